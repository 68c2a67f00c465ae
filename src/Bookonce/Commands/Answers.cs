using System.Globalization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Domain.Matching;
using Bookonce.Engine.Answer;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary>What a person says of one document; exactly one of them.</summary>
sealed record Said(string? Entry, bool IsNone, bool IsSetAside, bool IsTakenBack, bool IsAccepted);

/// <summary>Carries out what was typed.</summary>
sealed class Answers(Workspace workspace, Connection connection)
{
    public Task<Guid> Find(string numberOrId, CancellationToken stop) =>
        NamedDocument.Find(workspace.Store, connection, numberOrId, stop);

    public async Task<int> One(Guid document, Said said, CancellationToken stop)
    {
        switch (said)
        {
            case { Entry: { } entry, IsNone: false, IsSetAside: false, IsTakenBack: false, IsAccepted: false }:
                var (series, number) = Entry(entry);
                await workspace.Linking.Link(connection, document, series, number, stop);
                break;
            case { Entry: null, IsNone: true, IsSetAside: false, IsTakenBack: false, IsAccepted: false }:
                var candidates = await workspace.Answering.Candidates(connection, document, stop);
                await workspace.Answering.Deny(
                    connection,
                    document,
                    [.. candidates.Select(candidate => candidate.Entry.LineId)],
                    stop
                );
                break;
            case { Entry: null, IsNone: false, IsSetAside: true, IsTakenBack: false, IsAccepted: false }:
                await workspace.SettingAside.SetAside(connection, document, stop);
                break;
            case { Entry: null, IsNone: false, IsSetAside: false, IsTakenBack: true, IsAccepted: false }:
                await workspace.SettingAside.TakeBack(connection, document, stop);
                break;
            case { Entry: null, IsNone: false, IsSetAside: false, IsTakenBack: false, IsAccepted: true }:
                await workspace.Answering.Accept(connection, document, stop);
                break;
            default:
                throw Wrong(
                    "It is not clear what to say of the document.",
                    "Give one of --entry, --none, --set-aside, --take-back and --accept."
                );
        }
        return 1;
    }

    public async Task<int> All(string words, bool link, bool none, bool accept, bool isSure, CancellationToken stop)
    {
        if ((link, none, accept) is not ((true, false, false) or (false, true, false) or (false, false, true)))
            throw Wrong("It is not clear what to say of them.", "Give one of --link, --none and --accept.");
        if (accept)
            return await Accept(words, isSure, stop);

        var asked = (await workspace.Bulk.Questions(connection, stop))
            .Where(question => question.Kind.Words == words && (!link || question.Kind.IsOne))
            .ToArray();
        if (asked.Length == 0 || !isSure)
            return Counted(asked.Length);

        var done = 0;
        foreach (var kind in asked.GroupBy(question => question.Kind))
        {
            Guid[] documents = [.. kind.Select(question => question.Document.Id)];
            done += link
                ? await workspace.Bulk.ChooseAll(connection, kind.Key, documents, stop)
                : await workspace.Bulk.DenyAll(connection, kind.Key, documents, stop);
        }
        return done;
    }

    async Task<int> Accept(string words, bool isSure, CancellationToken stop)
    {
        var kind = Enum.TryParse<DifferenceKind>(words, ignoreCase: true, out var known)
            ? known
            : throw Wrong($"'{words}' is no kind of difference.", "Use one of those that are listed.");
        Guid[] documents =
        [
            .. (await workspace.Bulk.Differences(connection, stop))
                .Where(difference => difference.Kind == kind)
                .Select(difference => difference.Document.Id),
        ];
        return documents.Length == 0 || !isSure
            ? Counted(documents.Length)
            : await workspace.Bulk.AcceptAll(connection, kind, documents, stop);
    }

    static int Counted(int documents)
    {
        Screen.Note(
            documents == 0
                ? "Nothing of that kind is open."
                : $"This answers for {documents} documents. Nothing is done yet: add --yes."
        );
        return 0;
    }

    static (SeriesKey Series, int Number) Entry(string text) =>
        text.Split('/') is [var journal, var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var booking)
            ? (new SeriesKey(journal.Trim(), known), booking)
            : throw Wrong($"'{text}' names no entry.", "Write it like 70/2026/26700015.");

    public static CommandException Wrong(string what, string remedy) =>
        new(ExitCode.UsedWrongly, "usage", what, remedy);
}
