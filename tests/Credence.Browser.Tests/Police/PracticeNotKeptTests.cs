using Credence.Police.Training;
using Credence.Police.Web.Training;

namespace Credence.Browser.Tests.Police;

public class PracticeNotKeptTests
{
    [Fact]
    public void What_the_record_does_not_keep_is_said_with_its_reason_and_what_it_keeps_needs_no_word()
    {
        Assert.Null(TrainingPages.NotKept(new PracticeAnswer.Kept()));
        Assert.EndsWith("Found numbers that no practice has.", TrainingPages.NotKept(new PracticeAnswer.Refused("Found numbers that no practice has.")), StringComparison.Ordinal);
        Assert.Contains("did not keep", TrainingPages.NotKept(new PracticeAnswer.NotFound()), StringComparison.Ordinal);
    }
}
