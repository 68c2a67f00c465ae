using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.Tests.Host;
using Bookonce.Sandbox.World;

namespace Bookonce.Sandbox.Tests.Pages;

public sealed class ConnectorTests
{
    static readonly SandboxOptions Demo = new() { World = WorldSize.Demo };

    static async Task<List<JsonElement>> Sync(Visitor visitor, string from)
    {
        using var answer = await visitor.Http.PostAsync(
            new Uri(visitor.Host.ExactUrl, "/__sandbox/connector/sync"),
            new FormUrlEncodedContent([KeyValuePair.Create("from", from)])
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. report.GetProperty("documents").EnumerateArray()];
    }

    [Fact]
    public async Task The_connector_books_what_was_typed_before_once_more()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var from = new DateOnly(2026, 6, 1);
        var first = visitor.Host.TeamleaderState.Departments[0].Id;
        var expected = visitor
            .Host.Truth.Documents.Where(document => document.DepartmentId == first && document.Date >= from)
            .ToList();
        var before = visitor.Books.Entries.Count;

        var documents = await Sync(visitor, "2026-06-01");

        Assert.All(
            documents,
            document => Assert.False(document.TryGetProperty("problem", out _), document.GetRawText())
        );
        Assert.Equal(expected.Count, documents.Count);
        Assert.Equal(before + expected.Count, visitor.Books.Entries.Count);
        Assert.Contains(expected, document => document.Copies.Count > 0);
        Assert.Empty(await Sync(visitor, "2026-06-01"));
    }

    [Fact]
    public async Task A_disconnected_document_is_booked_again()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        var documents = await Sync(visitor, "2026-09-01");
        using var answer = await visitor.Submit("/__sandbox/connector/disconnect", ("from", "2026-09-01"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(documents.Count, (await Sync(visitor, "2026-09-01")).Count);
    }

    [Fact]
    public async Task A_lost_answer_makes_the_connector_book_twice()
    {
        await using var visitor = await Visitor.Arrive(Demo);
        using var set = await visitor.Post(
            "/__sandbox/faults",
            """{"seed":1,"rules":[{"kind":"answerLostAfterCommit","path":"*/SalesEntries","method":"POST","calls":[1]}]}"""
        );
        var before = visitor.Books.Entries.Count;
        var documents = await Sync(visitor, "2026-10-01");
        Assert.Equal(before + documents.Count + 1, visitor.Books.Entries.Count);
    }
}
