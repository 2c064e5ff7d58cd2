using Credence.Browser.Tests.Police;
using Credence.Browser.Tests.Portal;
using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Care.Declarations;
using Credence.Care.Files;
using Credence.Care.Statements;
using Credence.Care.Wishes;
using Credence.Declarations;
using Credence.Record.Access;
using Credence.Referrals;
using Credence.Wishes;

namespace Credence.Browser.Tests.Care;

/// <summary>Every form of the service record, sent with something left out: nothing is done, and nothing that was typed is lost.</summary>
public class FormTests(Chromium chromium)
{
    [Fact]
    public async Task A_form_with_one_field_left_out_comes_back_with_everything_else_and_the_sentence_at_that_field()
    {
        await using var site = await CareSite.Start();
        var (person, handover) = (await Begun(site), (await site.HandOver()).Value);
        var page = await chromium.Page();
        await page.Enters(site, "lead-1", PurposeKind.Help);
        await page.SendsReferral($"{site.Address}persons/{person.Value}");
        var walked = new List<string>();
        foreach (var address in CarePages.Of(person.Value, handover).Append($"/statements/{(await Shared(site)).Value}"))
        {
            await page.GotoAsync(new Uri(site.Address, address).ToString());
            foreach (var form in await page.EvaluateAsync<string[]>(LeaveOut))
            {
                Assert.True(form.EndsWith(": ok", StringComparison.Ordinal), $"{address}: {form}");
                walked.Add(form[..form.IndexOf(' ', StringComparison.Ordinal)].Replace(person.Value.ToString(), "file", StringComparison.Ordinal));
            }
        }

        Assert.Empty(site.Said);
        Assert.Equal(Forms, walked.Distinct().Order(StringComparer.Ordinal).ToArray());
    }

    // Those that ask for something; a page that is added with such a form belongs here.
    private static readonly string[] Forms =
    [
        "/duties", "/feedback", "/feedback/changes", "/inbox/tied", "/persons/file/consents", "/persons/file/declarations", "/persons/file/hold", "/persons/file/needs/met", "/persons/file/papers", "/persons/file/referrals", "/persons/file/restorative",
        "/persons/file/safety", "/persons/file/told", "/purpose", "/statements/answered", "/wishes/done",
    ];

    // What somebody without a name shares.
    private static async Task<StatementId> Shared(CareSite site)
    {
        var organization = (await SurvivorDoor.OrganizationOf(site.Record, null, default))!;
        var own = (await new SurvivorDoor(site.Record, organization.Id, new Passphrases(1)).Begin(PortalSite.Secret, "en", default)).Access;
        return Assert.IsType<StatementAnswer.Kept>(await new StatementDesk(site.Record).Send(own, null, "They keep my passport (invented).", StatementAsk.Talk, default)).Id;
    }

    // A file in which everything has begun: a wish, a restorative process, a declaration.
    private static async Task<PersonId> Begun(CareSite site)
    {
        var (person, access) = (await site.TakeIn(), await site.Access("adv-1"));
        var wish = new WishAnswer(Answering.Answered, "To be believed", [], null);
        Assert.IsType<WishReply.Kept>(await new WishDesk(site.Record, Credence.Testing.Cast.Packs).Write(access, person, wish, null, default));
        Assert.IsType<FileAnswer.Kept>(await new RestorativeDesk(site.Record).Meet(access, person, Guid.NewGuid(), Gate.PersonWants, "the person", default));
        var step = new DeclarationStep(default, Guid.NewGuid(), DeclarationKind.TDeclaration, DeclarationState.Considered, new DateOnly(2021, 6, 1));
        Assert.IsType<FileAnswer.Kept>(await new DeclarationDesk(site.Record).Write(access, person, step, default));
        return person;
    }

    // In the browser, without its own checks: each form of the page is filled in, and sent as often as it has fields that must be filled, each time without one of them.
    private const string LeaveOut = """
        async () => {
            const told = [];
            const shown = field => field.type !== 'hidden' && field.type !== 'password' && field.type !== 'file' && field.type !== 'submit' && field.name;
            const fill = (field, number) => {
                if (field.type === 'radio' || field.type === 'checkbox') field.checked = true;
                else if (field.tagName === 'SELECT') field.selectedIndex = field.options.length - 1;
                else if (field.type === 'date') field.value = '2031-06-02';
                else if (field.type === 'datetime-local') field.value = '2031-06-02T09:30';
                else if (field.name === 'other') field.value = 'riverton-pd/patrol';
                else if (field.maxLength > 0 && field.maxLength < 4) field.value = field.inputMode === 'numeric' ? '34' : 'es';
                else field.value = `Typed ${number} & "kept" <b>`;
            };
            const stands = field => field.type === 'radio' || field.type === 'checkbox' ? `${field.value}=${field.checked}` : field.value;
            for (const form of document.querySelectorAll('main form[method=post]')) {
                if (form.querySelector('input[type=password]')) continue;
                const fields = [...form.elements].filter(shown);
                const needed = fields.filter((field, at) => field.required && (field.tagName !== 'SELECT' || field.querySelector('option[value=""]')) && fields.findIndex(one => one.name === field.name) === at);
                for (const left of needed) {
                    fields.forEach(fill);
                    if (left.type === 'radio') fields.filter(one => one.name === left.name).forEach(one => one.checked = false);
                    else left.value = '';
                    const button = form.querySelector('button');
                    const sent = new URLSearchParams(new FormData(form, button));
                    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: sent, redirect: 'manual' });
                    const name = `${form.getAttribute('action')} ${left.name}`;
                    if (answer.status !== 422) { told.push(`${name}: answered ${answer.status}`); continue; }
                    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                    const wrong = page.querySelector(`form[action="${form.getAttribute('action')}"] [aria-invalid]`);
                    if (!wrong || wrong.name !== left.name || !wrong.getAttribute('aria-describedby').includes('wrong')) { told.push(`${name}: its sentence stands elsewhere`); continue; }
                    if (wrong.closest('details:not([open])')) { told.push(`${name}: it is closed`); continue; }
                    if (page.querySelectorAll('[role=alert]').length !== 1 || !page.querySelector('#wrong').textContent) { told.push(`${name}: not one sentence`); continue; }
                    const again = [...wrong.form.elements].filter(shown);
                    const lost = fields.filter((field, at) => again[at]?.name !== field.name || stands(again[at]) !== stands(field)).map(field => field.name);
                    told.push(`${name}: ${lost.length ? 'lost ' + lost.join(', ') : 'ok'}`);
                }
                form.reset();
            }
            return told;
        }
        """;
}
