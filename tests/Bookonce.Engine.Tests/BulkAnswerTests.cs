using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Answer;
using Bookonce.Sandbox.ExactOnline;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

/// <summary>Many questions answered at once, entries named by their number, and documents that must not be booked.</summary>
public sealed class BulkAnswerTests
{
    [Fact]
    public async Task Questions_of_one_kind_are_answered_together_and_no_other_is()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        var typed = TypeHalfOfSome(town, connection, 3);
        await town.Run(connection, isPreview: true);
        var answering = new BulkAnswering(town.Store, town.Synchroniser, town.Clock);
        var questions = await answering.Questions(connection);
        var asked = questions.Where(question => typed.ContainsKey(question.Document.Id)).ToArray();
        var kind = asked.GroupBy(question => question.Kind).MaxBy(group => group.Count())!;
        Guid[] shown = [.. kind.Select(question => question.Document.Id)];

        var done = await answering.ChooseAll(connection, kind.Key, [.. shown, Guid.Empty]);

        Assert.Equal(3, asked.Length);
        Assert.True(kind.Key.IsOne, kind.Key.ToString());
        Assert.Equal(shown.Length, done);
        var links = (await town.Store.LoadBooks(connection.Administration.Id)).Links;
        Assert.Equal(
            shown.Select(document => typed[document]).Order(),
            links.Where(link => link.Origin == LinkOrigin.Chosen).Select(link => link.EntryId).Order()
        );
        Assert.Equal(questions.Count - done, (await answering.Questions(connection)).Count);
        Assert.Equal(0, await answering.ChooseAll(connection, kind.Key, shown));

        var differences = await answering.Differences(connection);
        Assert.Equal(shown.Order(), differences.Select(difference => difference.Document.Id).Order());
        Assert.Equal(done, await answering.AcceptAll(connection, DifferenceKind.Amount, shown));
        await town.Run(connection);
        Assert.DoesNotContain(await answering.Differences(connection), pair => shown.Contains(pair.Document.Id));
    }

    [Fact]
    public async Task What_is_denied_together_is_booked_and_not_asked_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        TypeHalfOfSome(town, connection, 2);
        await town.Run(connection, isPreview: true);
        var answering = new BulkAnswering(town.Store, town.Synchroniser, town.Clock);
        var kind = (await answering.Questions(connection)).GroupBy(question => question.Kind).First();
        Guid[] shown = [.. kind.Select(question => question.Document.Id)];

        Assert.Equal(shown.Length, await answering.DenyAll(connection, kind.Key, shown));
        await town.Run(connection);

        var outcomes = (await town.Store.LoadDocuments(connection.Id)).Where(document =>
            shown.Contains(document.Content.Id)
        );
        Assert.All(outcomes, document => Assert.Equal(DocumentStatus.Linked, document.Outcome.Status));
    }

    [Fact]
    public async Task A_document_that_is_set_aside_is_not_booked_until_that_is_taken_back()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);
        var document = (await town.Store.LoadDocuments(connection.Id)).First(stored =>
            stored.Outcome.Status == DocumentStatus.Book
        );
        var aside = new SettingAside(town.Store, town.Synchroniser);

        await aside.SetAside(connection, document.Content.Id);
        var run = await town.Run(connection);

        Assert.Equal(1, run.Counts.SetAside);
        Assert.Equal(DocumentStatus.SetAside, await StatusOf(town, connection, document.Content.Id));
        await aside.TakeBack(connection, document.Content.Id);
        await town.Run(connection);
        Assert.Equal(DocumentStatus.Linked, await StatusOf(town, connection, document.Content.Id));
        await Assert.ThrowsAsync<AnswerOutdatedException>(() => aside.SetAside(connection, document.Content.Id));
        await Assert.ThrowsAsync<AnswerOutdatedException>(() => aside.TakeBack(connection, document.Content.Id));
    }

    [Fact]
    public async Task An_entry_is_linked_by_its_number_unless_it_is_another_documents()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Run(connection, isPreview: true);
        var documents = await town.Store.LoadDocuments(connection.Id);
        var books = await town.Store.LoadBooks(connection.Administration.Id);
        Guid[] toBook =
        [
            .. documents
                .Where(stored => stored.Outcome.Status == DocumentStatus.Book)
                .Select(stored => stored.Content.Id)
                .Take(2),
        ];
        var copies = town
            .Sandboxes.Truth.Documents.SelectMany(document => document.Copies)
            .Select(copy => copy.EntryId)
            .ToHashSet();
        var entry = books.Entries.First(entry => entry.IsSales && !copies.Contains(entry.EntryId));
        var linking = new LinkingByHand(town.Store, town.Synchroniser, town.Vendors, town.Clock);

        var link = await linking.Link(connection, toBook[0], entry.Series, entry.Number);

        Assert.Equal((entry.EntryId, LinkOrigin.Chosen), (link.EntryId, link.Origin));
        Assert.Equal(DocumentStatus.Linked, await StatusOf(town, connection, toBook[0]));
        Assert.Equal("entryTaken", await Refused(toBook[1], entry.Number));
        Assert.Equal("alreadyLinked", await Refused(toBook[0], entry.Number));
        Assert.Equal("entryUnknown", await Refused(toBook[1], 99_999_999));

        async Task<string> Refused(Guid document, int number) =>
            (
                await Assert.ThrowsAsync<CannotBeDoneException>(() =>
                    linking.Link(connection, document, entry.Series, number)
                )
            )
                .Problem
                .Code;
    }

    static async Task<DocumentStatus> StatusOf(Town town, Connection connection, Guid document) =>
        (await town.Store.LoadDocuments(connection.Id)).Single(stored => stored.Content.Id == document).Outcome.Status;

    /// <summary>Somebody typed documents under their numbers, but only half of what they say: no slip explains that.</summary>
    static Dictionary<Guid, Guid> TypeHalfOfSome(Town town, Connection connection, int count)
    {
        var division = town.Division(connection);
        var typed = new Dictionary<Guid, Guid>();
        var documents = town.Sandboxes.Truth.Documents.Where(document =>
            document is { IsCreditNote: false, Currency: "EUR", Copies: [_] }
            && document.DepartmentId == connection.Department
            && division.FindEntry(document.Copies[0].EntryId) is not null
        );
        foreach (var document in documents)
        {
            var entry = division.FindEntry(document.Copies[0].EntryId)!;
            var draft = division.DraftOf(entry);
            if (typed.Count == count || draft is { Customer: null } or { Lines: [] } || !MayDelete(division, entry))
                continue;
            var half = division.EnterSalesEntry(
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
            typed[document.Id] = half.Id;
        }
        return typed;
    }

    /// <summary>What is paid or in a closed period stays.</summary>
    static bool MayDelete(Division division, Sandbox.ExactOnline.Entry entry)
    {
        try
        {
            division.DeleteEntry(entry);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}
