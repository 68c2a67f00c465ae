using Bookonce.Domain.Connections;
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
        var (half, typed) = TypeHalfOfOne(town, connection);
        await town.Run(connection);
        var copies = town.Sandboxes.Truth.Documents.ToDictionary(
            document => document.Id,
            document => document.Id == half ? [typed] : document.Copies.Select(copy => copy.EntryId).ToArray()
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

        Assert.Contains(half, asked.Select(row => row.DocumentId));
        Assert.DoesNotContain(
            (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows,
            row => row.Problem.Code == "mayBeThere"
        );
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        Assert.Contains(links, link => link.Origin == LinkOrigin.Chosen && link.DocumentId == half);
        Assert.Equal(
            "amountDiffers",
            (await town.Store.LoadDocuments(connection.Id))
                .Single(document => document.Content.Id == half)
                .Outcome.Problem?.Code
        );
        Assert.DoesNotContain(links, link => link.Origin == LinkOrigin.Booked && copies[link.DocumentId].Length > 0);
    }

    /// <summary>Somebody typed a document under its number, but only half of what it says: no slip explains that amount.</summary>
    static (Guid Document, Guid Entry) TypeHalfOfOne(Town town, Connection connection)
    {
        var division = town.Division(connection);
        var document = town.Sandboxes.Truth.Documents.First(document =>
            document is { IsCreditNote: false, Currency: "EUR", Copies: [_] }
            && document.DepartmentId == connection.Department
            && division.FindEntry(document.Copies[0].EntryId) is not null
        );
        var entry = division.FindEntry(document.Copies[0].EntryId)!;
        var draft = division.DraftOf(entry);
        division.DeleteEntry(entry);
        var typed = division.EnterSalesEntry(
            draft with
            {
                EntryNumber = null,
                YourRef = document.Number,
                Lines =
                [
                    .. draft.Lines.Select(line =>
                        line with
                        {
                            AmountFC = Math.Round(line.AmountFC!.Value * 0.47m, 2),
                            VatAmountFC = null,
                        }
                    ),
                ],
            }
        );
        return (document.Id, typed.Id);
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
