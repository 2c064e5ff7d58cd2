using Credence.Cli.Serving;
using Credence.Directories;

namespace Credence.Cli.Tests.Directories;

public class DemoDirectoryTests
{
    [Fact]
    public void On_the_day_that_it_is_made_some_entries_are_fresh_one_is_old_one_was_never_verified_and_none_is_dated_in_days_to_come()
    {
        foreach (var today in (DateOnly[])[new(2026, 3, 1), new(2040, 12, 31)])
        {
            var services = DemoDirectory.On(today).Select(entry => ServiceReading.Of(entry.Content)!).ToList();

            Assert.DoesNotContain(services, service => service.VerifiedOn > today);
            Assert.True(services.Count(service => service.VerifiedOn >= today.AddDays(-90)) >= 8);
            Assert.Single(services, service => service.VerifiedOn < today.AddDays(-365));
            Assert.Single(services, service => service.VerifiedOn is null);
            var noon = new DateTimeOffset(today.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
            Assert.Equal([CapacityState.Open, CapacityState.Full, CapacityState.Open], services.Where(service => service.Capacity.At is { } at && noon - at < TimeSpan.FromDays(2)).Select(service => service.Capacity.State));
        }
    }
}
