using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task What_a_person_answers_is_linked_or_booked_and_never_asked_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var answering = new Answering(town.Store, town.Synchroniser, town.Clock);
        await town.Run(connection);
        var copies = town.Sandboxes.Truth.Documents.ToDictionary(
            document => document.Id,
            document => document.Copies.Select(copy => copy.EntryId).ToArray()
        );
        var asked = (await town.ReadSide.Problems(connection.Id, 0, 1_000))
            .Rows.Where(row => row.Problem.Code == "mayBeThere")
            .ToArray();

        foreach (var row in asked)
        {
            var candidates = await answering.Candidates(connection, row.DocumentId);
            var own = candidates.FirstOrDefault(candidate => copies[row.DocumentId].Contains(candidate.Entry.EntryId));
            if (own is not null)
                await answering.Choose(connection, row.DocumentId, own.Entry.LineId);
            else if (candidates.Count > 0)
                await answering.Deny(
                    connection,
                    row.DocumentId,
                    [.. candidates.Select(candidate => candidate.Entry.LineId)]
                );
        }
        await town.Run(connection);

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(
            (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows,
            row => row.Problem.Code == "mayBeThere"
        );
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        Assert.Contains(links, link => link.Origin == LinkOrigin.Chosen);
        Assert.DoesNotContain(links, link => link.Origin == LinkOrigin.Booked && copies[link.DocumentId].Length > 0);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_has_changed_writes_nothing()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var answering = new Answering(town.Store, town.Synchroniser, town.Clock);
        await town.Run(connection);
        var query = new DocumentQuery(connection.Id, DocumentKind.Invoice, Status: DocumentStatus.Ask);
        var row = (await town.ReadSide.Documents(query)).Rows.First(row => row.Problem?.Code == "mayBeThere");

        await Assert.ThrowsAsync<AnswerOutdatedException>(() => answering.Choose(connection, row.Id, Guid.Empty));
        await Assert.ThrowsAsync<AnswerOutdatedException>(() => answering.Deny(connection, row.Id, []));
    }
}
