using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader;
using Bookonce.Teamleader;

namespace Bookonce.Clients.Tests.Sandboxes;

public sealed class TeamleaderSandboxTests
{
    [Fact]
    public async Task Consent_gives_a_code_the_code_gives_tokens_and_the_tokens_tell_the_account()
    {
        await using var focus = await FocusAccount.Open(connected: false);

        await focus.Chain.Exchange(await focus.Consent("a b&c"));

        Assert.Equal("account", (await focus.Client.Users.Me()).Account!.Type);
        Assert.Equal(focus.Clock.GetUtcNow().AddHours(1), focus.Stored!.ExpiresAt);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var focus = await FocusAccount.Open();
        var code = await focus.Consent("s");
        await focus.Chain.Exchange(code);

        await Assert.ThrowsAsync<TeamleaderException>(() => focus.Chain.Exchange(code));
    }

    [Theory]
    [InlineData(AccessAfterRefresh.LivesOn)]
    [InlineData(AccessAfterRefresh.Dies)]
    public async Task Two_processes_share_a_chain_through_the_store(AccessAfterRefresh switched)
    {
        await using var focus = await FocusAccount.Open(
            Options(new TeamleaderSwitches { AccessAfterRefresh = switched })
        );
        var (_, other) = focus.Another();
        for (var hour = 0; hour < 5; hour++)
        {
            focus.Clock.Advance(TimeSpan.FromHours(1));
            await focus.Client.Departments.List();
            await other.Departments.List();
        }

        Assert.Equal(1 + 5, focus.Calls.Count(call => call.Path == "oauth2/access_token"));
    }

    [Theory]
    [InlineData(TokenErrorBody.ErrorsArray)]
    [InlineData(TokenErrorBody.PlainOAuth)]
    public async Task A_refresh_token_that_somebody_else_used_ends_in_a_new_consent(TokenErrorBody switched)
    {
        await using var focus = await FocusAccount.Open(Options(new TeamleaderSwitches { TokenErrors = switched }));
        var before = focus.Stored;
        focus.Clock.Advance(TimeSpan.FromHours(1));
        await focus.Client.Departments.List();

        focus.Stored = before;
        var (_, stale) = focus.Another();

        Assert.True((await Assert.ThrowsAsync<TeamleaderException>(() => stale.Departments.List())).IsReconnectNeeded);
    }

    [Theory]
    [InlineData(ResetHeaderStyle.OffsetWithColon)]
    [InlineData(ResetHeaderStyle.OffsetWithoutColon)]
    [InlineData(ResetHeaderStyle.UnixSeconds)]
    public async Task The_allowance_is_never_exceeded(ResetHeaderStyle switched)
    {
        var options = Options(new TeamleaderSwitches { ResetHeader = switched }) with { CallsPerMinute = 5 };
        await using var focus = await FocusAccount.Open(options);

        for (var i = 0; i < 23; i++)
            await focus.Client.Departments.List();

        Assert.DoesNotContain(focus.Calls, call => call.Status == 429);
        Assert.Equal(5, focus.Client.Budget.Limit);
        Assert.NotEmpty(focus.Waits);
    }

    [Theory]
    [InlineData(RetryAfterHeader.Absent)]
    [InlineData(RetryAfterHeader.Seconds)]
    public async Task A_read_waits_when_somebody_else_used_the_allowance(RetryAfterHeader switched)
    {
        var options = Options(new TeamleaderSwitches { RetryAfter = switched }) with { CallsPerMinute = 3 };
        await using var focus = await FocusAccount.Open(options);
        var (_, other) = focus.Another();
        await focus.Client.Departments.List();
        for (var i = 0; i < 2; i++)
            await other.Departments.List();

        await focus.Client.Departments.List();

        Assert.Contains(focus.Calls, call => call.Status == 429);
    }

    [Fact]
    public async Task Documents_are_listed_in_pages_and_read_whole()
    {
        await using var focus = await FocusAccount.Open();
        for (var i = 0; i < 105; i++)
            focus.Invoice(new DateOnly(2026, 1, 1).AddDays(i / 4), 100 + i);

        var filter = new InvoiceFilter
        {
            DepartmentId = focus.Department.Id.ToString(),
            Status = ["outstanding", "matched"],
            InvoiceDateAfter = new DateOnly(2026, 1, 2),
        };
        var invoices = await focus.Client.Invoices.List(filter).ToListAsync();
        var last = await focus.Client.Invoices.Info(invoices[^1].Id);

        Assert.Equal(101, invoices.Count);
        Assert.Equal(
            invoices.Select(invoice => invoice.InvoiceDate).Order(),
            invoices.Select(invoice => invoice.InvoiceDate)
        );
        Assert.Equal((204m, 246.84m), (last.Total!.TaxExclusive!.Amount, last.Total.TaxInclusive!.Amount));
        Assert.Equal((0.21m, 42.84m), (last.Total.Taxes[0].Rate, last.Total.Taxes[0].Tax!.Amount));
        Assert.Equal(focus.Rate.Id.ToString(), last.GroupedLines[0].LineItems[0].Tax!.Id);
        Assert.Equal(
            ("BE0123456749", focus.Customer.Id.ToString()),
            (last.Invoicee!.VatNumber, last.Invoicee.Customer!.Id)
        );
        Assert.Equal("EUR", last.Currency);
    }

    [Theory]
    [InlineData(CreditNoteInfoShape.Object)]
    [InlineData(CreditNoteInfoShape.Array)]
    public async Task A_credit_note_is_read_in_either_shape(CreditNoteInfoShape switched)
    {
        await using var focus = await FocusAccount.Open(Options(new TeamleaderSwitches { CreditNoteInfo = switched }));
        focus.CreditNote(new DateOnly(2026, 2, 1), 50);

        var listed = await focus.Client.CreditNotes.List().SingleAsync();
        var whole = await focus.Client.CreditNotes.Info(listed.Id);

        Assert.Equal((listed.CreditNoteNumber, 60.5m), (whole.CreditNoteNumber, whole.Total!.TaxInclusive!.Amount));
        Assert.Equal("Retour", whole.GroupedLines[0].Section!.Title);
    }

    [Theory]
    [InlineData(UnknownIdStatus.NotFound)]
    [InlineData(UnknownIdStatus.BadRequest)]
    public async Task A_record_that_is_gone_is_told_as_gone(UnknownIdStatus switched)
    {
        await using var focus = await FocusAccount.Open(Options(new TeamleaderSwitches { UnknownId = switched }));

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() =>
            focus.Client.Invoices.Info(Guid.Empty.ToString())
        );

        Assert.Equal((true, Outcome.Refused), (failure.IsGone, failure.Outcome));
    }

    [Fact]
    public async Task Customers_and_settings_are_read()
    {
        await using var focus = await FocusAccount.Open();
        var id = focus.Customer.Id.ToString();

        Assert.Equal(
            "Bakkerij De Halm BV",
            (await focus.Client.Companies.List([id, Guid.Empty.ToString()]).SingleAsync()).Name
        );
        Assert.Equal("BE0123456749", (await focus.Client.Companies.Info(id)).VatNumber);
        Assert.Empty(await focus.Client.Contacts.List([id]).ToListAsync());
        Assert.Equal(0.21m, (await focus.Client.TaxRates.List(focus.Department.Id.ToString()).SingleAsync()).Rate);
        Assert.Empty(await focus.Client.ProductCategories.List(focus.Department.Id.ToString()));
        Assert.Empty(await focus.Client.CommercialDiscounts.List(focus.Department.Id.ToString()));
        Assert.Empty((await focus.Client.PaymentTerms.List()).Terms);
    }

    [Fact]
    public async Task A_company_and_a_contact_are_added_as_they_were_given()
    {
        await using var focus = await FocusAccount.Open();
        var address = new Address
        {
            Line1 = "Dorp 1",
            PostalCode = "9000",
            City = "Gent",
            Country = "BE",
        };

        var company = await focus.Client.Companies.Add(
            new NewCompany
            {
                Name = "Slagerij Maes BV",
                VatNumber = "BE0411905847",
                NationalIdentificationNumber = "0411905847",
                Emails = [new EmailAddress("primary", "maes@slagerij.test")],
                Addresses = [new TypedAddress("primary", address)],
                Language = "nl",
                Remarks = "See there.",
                Tags = ["Exact Online Import"],
            }
        );
        var contact = await focus.Client.Contacts.Add(new NewContact { FirstName = "Greet", LastName = "Lauwers" });

        var added = (await focus.Client.Companies.All().ToListAsync())[^1];
        Assert.Equal(
            (company, "Slagerij Maes BV", "BE0411905847", "0411905847", "nl"),
            (added.Id, added.Name, added.VatNumber, added.NationalIdentificationNumber, added.Language)
        );
        Assert.Equal(["Exact Online Import"], added.Tags);
        Assert.Equal(new EmailAddress("primary", "maes@slagerij.test"), Assert.Single(added.Emails));
        Assert.Equal(address, added.PrimaryAddress);
        var person = await focus.Client.Contacts.All().SingleAsync(one => one.Id == contact);
        Assert.Equal(("Greet", "Lauwers", 0), (person.FirstName, person.LastName, person.Tags.Count));
        Assert.Single(focus.Calls, call => call.Path == "companies.add");
    }

    [Fact]
    public async Task All_companies_are_read_over_several_pages()
    {
        await using var focus = await FocusAccount.Open();
        for (var i = 0; i < 120; i++)
            await focus.Client.Companies.Add(new NewCompany { Name = $"Company {i % 7}" });

        var all = await focus.Client.Companies.All().ToListAsync();

        Assert.Equal(121, all.Select(company => company.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_write_is_made_once_and_a_refusal_is_told_in_words()
    {
        await using var focus = await FocusAccount.Open();
        var invoice = focus.Invoice(new DateOnly(2026, 1, 1), 100);

        var failure = await Assert.ThrowsAsync<TeamleaderException>(() =>
            focus.Client.Call("invoices.book", new JsonObject { ["id"] = invoice.Id.ToString() })
        );

        Assert.Equal(Outcome.Refused, failure.Outcome);
        Assert.NotEmpty(failure.Messages);
        Assert.Single(focus.Calls, call => call.Path == "invoices.book");
    }

    private static TeamleaderSandboxOptions Options(TeamleaderSwitches switches) => new() { Switches = switches };
}
