using System.Text;
using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class DocumentTests
{
    [Fact]
    public async Task The_official_recipe_a_document_a_file_and_an_entry_that_names_it()
    {
        await using var caller = await Caller.Start();
        var (document, attachment) = await AddDocument(caller);
        var entry = await PostEntry(caller, document);
        Assert.Equal(
            (201, 1, "Invoice 2026/1"),
            (
                entry.Status,
                entry.D.GetProperty("DocumentNumber").GetInt32(),
                entry.D.GetProperty("DocumentSubject").GetString()
            )
        );
        var shown = (await caller.Get($"documents/Documents(guid'{document}')")).D;
        Assert.Equal(
            entry.D.GetProperty("EntryID").GetGuid(),
            shown.GetProperty("FinancialTransactionEntryID").GetGuid()
        );

        var url = attachment.GetProperty("Url").GetString()!;
        Assert.Equal(5, attachment.GetProperty("FileSize").GetInt32());
        Assert.Equal("hello", (await caller.Get($"{url}&Download=1", "*/*")).Text);
        Assert.Contains("Download=1", (await caller.Get(url, "*/*")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_document_takes_its_files_along_and_leaves_traces_of_both()
    {
        await using var caller = await Caller.Start();
        var (document, _) = await AddDocument(caller);
        var entry = (await PostEntry(caller, document)).D.GetProperty("EntryID").GetGuid();
        Assert.Equal(204, (await caller.Delete($"documents/Documents(guid'{document}')")).Status);
        Assert.Equal(403, (await caller.Delete($"documents/Documents(guid'{document}')")).Status);
        Assert.Empty((await caller.Get("documents/DocumentAttachments")).Results);
        var traces = await caller.Get("sync/Deleted?$filter=Timestamp gt 1L");
        Assert.Equal([4, 6], traces.Results.Select(row => row.GetProperty("EntityType").GetInt32()));
        Assert.Null(caller.Books.Division.FindEntry(entry)!.Document);
    }

    [Theory]
    [InlineData(DocumentOfDeletedEntry.Stays, 1)]
    [InlineData(DocumentOfDeletedEntry.GoesToo, 0)]
    public async Task Whether_the_document_of_a_deleted_entry_stays_is_a_switch(DocumentOfDeletedEntry answer, int left)
    {
        await using var caller = await Caller.Start();
        caller.Books.State.Switches = new() { DocumentOfDeletedEntry = answer };
        var (document, _) = await AddDocument(caller);
        var entry = (await PostEntry(caller, document)).D.GetProperty("EntryID").GetGuid();
        await caller.Delete($"salesentry/SalesEntries(guid'{entry}')");
        Assert.Equal(left, (await caller.Get("documents/Documents")).Results.Count);
    }

    [Fact]
    public async Task A_wrong_document_or_file_is_refused_with_every_reason()
    {
        await using var caller = await Caller.Start();
        Assert.Equal(
            "Mandatory: Subject\r\nMandatory: Type",
            (await caller.Post("documents/Documents", new { })).Error
        );
        Assert.Equal(
            "Document Type not allowed",
            (await caller.Post("documents/Documents", new { Subject = "x", Type = 7 })).Error
        );
        Assert.Equal(
            "Mandatory: FileName\r\nMandatory: Attachment\r\nMandatory: Document",
            (await caller.Post("documents/DocumentAttachments", new { })).Error
        );
        var notBase64 = await caller.Post("documents/DocumentAttachments", new { Attachment = "?" });
        Assert.Equal(400, notBase64.Status);
        Assert.Equal(500, (await PostEntry(caller, Guid.Parse("11111111-2222-4333-8444-555555555555"))).Status);
    }

    private static async Task<(Guid Document, System.Text.Json.JsonElement Attachment)> AddDocument(Caller caller)
    {
        var document = await caller.Post("documents/Documents", new { Subject = "Invoice 2026/1", Type = 10 });
        Assert.Equal(201, document.Status);
        var id = document.D.GetProperty("ID").GetGuid();
        var attachment = await caller.Post(
            "documents/DocumentAttachments",
            new
            {
                Attachment = Convert.ToBase64String(Encoding.UTF8.GetBytes("hello")),
                Document = id,
                FileName = "1.pdf",
            }
        );
        Assert.Equal(201, attachment.Status);
        return (id, attachment.D);
    }

    private static Task<Reply> PostEntry(Caller caller, Guid document) =>
        caller.Post(
            "salesentry/SalesEntries",
            new
            {
                Journal = "70",
                Customer = caller.Books.Customer.Id,
                EntryDate = "2026-03-02T00:00:00",
                Document = document,
                SalesEntryLines = new[] { new { GLAccount = caller.Books.Services.Id, AmountFC = 10m } },
            }
        );
}
