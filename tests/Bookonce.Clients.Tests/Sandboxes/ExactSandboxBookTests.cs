using System.Text.Json.Nodes;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.ExactOnline;
using Sandboxed = Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Clients.Tests.Sandboxes;

public sealed class ExactSandboxBookTests
{
    [Fact]
    public async Task Every_set_gives_what_its_record_asks_for()
    {
        await using var exact = await ExactBooks.Open();
        var entry = await exact.Books.SalesEntries.Create(ExactJson.Bytes(exact.Invoice(100, "2026 / 14")));
        var books = exact.Books;
        var fromTheStart = Filter.Gt("Timestamp", 1L);
        var ofTheEntry = Filter.Eq("EntryID", entry.EntryID);

        Assert.Equal("70", Assert.Single(await books.Journals.Read().ToListAsync()).Code);
        Assert.Equal(3, (await books.GLAccounts.Read().ToListAsync()).Count);
        Assert.Equal("2", Assert.Single(await books.VatCodes.Read().ToListAsync()).TrimmedCode);
        Assert.Equal(30, Assert.Single(await books.PaymentConditions.Read().ToListAsync()).PaymentDays);
        Assert.Equal(12, (await books.FinancialPeriods.Read().ToListAsync()).Count);
        Assert.All(await books.JournalStatus.Read().ToListAsync(), status => Assert.False(status.IsClosed));
        Assert.NotEmpty(await books.Currencies.Read().ToListAsync());
        Assert.Empty(await books.ExchangeRates.Read().ToListAsync());
        Assert.Equal("Klant NV", (await books.Accounts.Find(exact.Customer.Id))!.Name);
        Assert.Equal("Klant NV", Assert.Single(await books.SyncAccounts.Read(fromTheStart).ToListAsync()).Name);
        Assert.Equal(121m, (await books.SalesEntries.Find(entry.EntryID))!.AmountDC);
        Assert.Equal(100m, (await books.SalesEntryLines.Read(ofTheEntry).SingleAsync()).AmountFC);
        var whole = await books.WholeSalesEntries.Read(ofTheEntry).SingleAsync();
        Assert.Equal((121m, 100m), (whole.AmountFC, Assert.Single(whole.SalesEntryLines).AmountFC));
        Assert.Equal(3, (await books.BulkTransactionLines.Read(ofTheEntry).ToListAsync()).Count);
        Assert.Equal(
            121m,
            (await books.SyncTransactionLines.Read(fromTheStart).FirstAsync(line => line.LineNumber == 0)).AmountDC
        );
        Assert.Equal("2026 / 14", (await books.SyncPaymentTerms.Read(fromTheStart).SingleAsync()).YourRef);
        Assert.Empty(await books.SyncDeleted.Read(fromTheStart).ToListAsync());
        var owed = await books.Receivables.Read(Filter.Eq("TransactionEntryID", entry.EntryID)).SingleAsync();
        Assert.Equal((121m, false), (owed.TransactionAmountDC, owed.IsFullyPaid));

        Assert.Equal(ExactBooks.Code, Assert.Single(await exact.Client.Divisions()).Code);
        Assert.True(await books.UserHasRights("salesentry/SalesEntries", "POST"));
        Assert.False(await books.UserHasRights("sync/Deleted", "POST"));
        var start = await books.SyncTimestamp("TransactionLines", new DateOnly(2026, 3, 1));
        Assert.Equal(
            3,
            (await books.SyncTransactionLines.Read(Filter.Gt("Timestamp", start!.Value)).ToListAsync()).Count
        );
        Assert.All(exact.Calls, call => Assert.InRange(call.Status!.Value, 200, 201));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_attached()
    {
        await using var exact = await ExactBooks.Open();
        var document = await exact.Books.Documents.Create(
            ExactJson.Bytes(new NewDocument { Subject = "Timesheet", Type = 10 })
        );
        byte[] content = [0, 200, 13, 10, 0];
        var attached = new NewDocumentAttachment
        {
            Document = document.ID,
            FileName = "März & Co.pdf",
            Attachment = content,
        };
        await exact.Books.DocumentAttachments.Create(ExactJson.Bytes(attached));

        var file = await exact.Books.DocumentAttachments.Read(Filter.Eq("Document", document.ID)).SingleAsync();

        Assert.Equal("Timesheet", (await exact.Books.Documents.Find(document.ID))!.Subject);
        Assert.Equal(("März & Co.pdf", 5m), (file.FileName, file.FileSize));
        Assert.Equal(content, await exact.Books.Download(file));
    }

    [Fact]
    public async Task A_file_elsewhere_is_not_asked_for()
    {
        await using var exact = await ExactBooks.Open();
        var elsewhere = new DocumentAttachment { Url = "https://elsewhere.example/docs/SysAttachment.aspx?ID=1" };

        await Assert.ThrowsAsync<ExactOnlineException>(() => exact.Books.Download(elsewhere));

        Assert.DoesNotContain(exact.Calls, call => call.Division is not null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_and_row_versions_are_followed_to_the_end(bool asText)
    {
        var options = new ExactOnlineSandboxOptions { Switches = new ExactOnlineSwitches { Int64AsText = asText } };
        await using var exact = await ExactBooks.Open(options);
        for (var i = 0; i < 150; i++)
            exact.Kept.AddGLAccount($"{600000 + i}", "Another", GLAccountType.Revenue);
        for (var i = 0; i < 1005; i++)
            exact.Kept.AddAccount(new AccountDraft($"Customer {i}"));

        Assert.Equal(
            153,
            (await exact.Books.GLAccounts.Read().ToListAsync()).Select(account => account.Code).Distinct().Count()
        );
        var relations = await exact.Books.SyncAccounts.Read(Filter.Gt("Timestamp", 1L)).ToListAsync();
        Assert.Equal(1006, relations.Count);

        var highest = relations.Max(relation => relation.Timestamp);
        exact.Kept.AddAccount(new AccountDraft("Late"));
        Assert.Equal(
            "Late",
            Assert.Single(await exact.Books.SyncAccounts.Read(Filter.Gt("Timestamp", highest)).ToListAsync()).Name
        );
    }

    [Fact]
    public async Task An_entry_is_created_changed_and_deleted()
    {
        await using var exact = await ExactBooks.Open();
        var entry = await exact.Books.SalesEntries.Create(
            ExactJson.Bytes(exact.Invoice(100.10m, "O'Brien & Söhne") with { EntryNumber = 26700007 })
        );
        Assert.Equal((26700007, new DateOnly(2026, 3, 2)), (entry.EntryNumber, entry.EntryDate));

        await exact.Books.SalesEntries.Update(entry.EntryID, new JsonObject { ["Description"] = "Changed" });
        var found = await exact.Books.SalesEntries.Read(Filter.Eq("YourRef", "O'Brien & Söhne")).SingleAsync();
        Assert.Equal((entry.EntryID, "Changed"), (found.EntryID, found.Description));

        await exact.Books.SalesEntries.Delete(entry.EntryID);
        Assert.Null(await exact.Books.SalesEntries.Find(entry.EntryID));
        Assert.NotEmpty(await exact.Books.SyncDeleted.Read(Filter.Gt("Timestamp", 1L)).ToListAsync());

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() =>
            exact.Books.SalesEntries.Delete(entry.EntryID)
        );
        Assert.Equal((403, Outcome.Refused), (failure.Status, failure.Outcome));
    }

    [Fact]
    public async Task A_relation_is_created_and_found_by_its_trimmed_code()
    {
        await using var exact = await ExactBooks.Open();
        var made = await exact.Books.Accounts.Create(
            ExactJson.Bytes(new NewAccount { Name = "De Halm", Country = "BE" })
        );

        var found = await exact.Books.Accounts.Read(Filter.TrimmedEq("Code", made.TrimmedCode!)).SingleAsync();

        Assert.Equal((made.ID, 18, "C"), (found.ID, found.Code!.Length, found.Status));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_looking_finds_it()
    {
        await using var exact = await ExactBooks.Open();
        var bytes = ExactJson.Bytes(exact.Invoice(100, "2026 / 14") with { EntryNumber = 26700001 });
        exact.LoseNextAnswer();

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() => exact.Books.SalesEntries.Create(bytes));

        Assert.Equal(Outcome.Unknown, failure.Outcome);
        Assert.Single(exact.Calls, call => call.Verb == "POST" && call.Division is not null);
        Assert.Single(exact.Kept.Entries);
        Assert.Equal(
            26700001,
            (await exact.Books.SalesEntries.Read(Filter.Eq("YourRef", "2026 / 14")).SingleAsync()).EntryNumber
        );

        failure = await Assert.ThrowsAsync<ExactOnlineException>(() => exact.Books.SalesEntries.Create(bytes));
        Assert.Equal((Outcome.Refused, false), (failure.Outcome, failure.IsTransient));
        Assert.Single(exact.Kept.Entries);
    }

    public static TheoryData<ErrorLanguage, string> Refusals
    {
        get
        {
            var data = new TheoryData<ErrorLanguage, string>();
            foreach (var language in Enum.GetValues<ErrorLanguage>())
            {
                foreach (
                    var mistake in new[]
                    {
                        "journal",
                        "customer",
                        "prospect",
                        "condition",
                        "VAT code",
                        "closed",
                        "year",
                        "number",
                    }
                )
                    data.Add(language, mistake);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_the_books_refuse_is_certainly_not_booked(ErrorLanguage language, string mistake)
    {
        await using var exact = await ExactBooks.Open(new ExactOnlineSandboxOptions { Language = language });
        exact.Kept.ClosePeriod("70", 2026, 1);
        var prospect = exact.Kept.AddAccount(new AccountDraft("Perhaps") { Status = "P" });
        var right = exact.Invoice(100);
        var wrong = mistake switch
        {
            "journal" => right with { Journal = "99" },
            "customer" => right with { Customer = Guid.Empty },
            "prospect" => right with { Customer = prospect.Id },
            "condition" => right with { PaymentCondition = "nowhere" },
            "VAT code" => right with { SalesEntryLines = [right.SalesEntryLines[0] with { VATCode = "9" }] },
            "closed" => right with { ReportingPeriod = 1 },
            "year" => right with { ReportingYear = 2031 },
            _ => right with { EntryNumber = 26700001 },
        };
        await exact.Books.SalesEntries.Create(ExactJson.Bytes(right with { EntryNumber = 26700001 }));

        var failure = await Assert.ThrowsAsync<ExactOnlineException>(() =>
            exact.Books.SalesEntries.Create(ExactJson.Bytes(wrong))
        );

        Assert.Equal((500, Outcome.Refused, false), (failure.Status, failure.Outcome, failure.IsTransient));
        Assert.Single(exact.Kept.Entries);
    }
}
