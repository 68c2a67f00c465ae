using System.Text.Json;
using Bookonce.Domain.Entries;
using Bookonce.Hosting;
using Bookonce.Storage.Log;

namespace Bookonce.Output;

/// <summary>The decision log, and what checking it came to, on the screen and as JSON.</summary>
static class LogOutput
{
    const string Instant = "yyyy-MM-dd HH:mm:ss 'UTC'";

    public static void Json(OpenLog log, IReadOnlyList<LogVerdict> verdicts, LogLine? until) =>
        Screen.Json(
            new
            {
                Holds = verdicts.All(verdict => verdict.Holds),
                Until = until is null
                    ? null
                    : new
                    {
                        until.Hash,
                        until.Sequence,
                        until.At,
                    },
                Administrations = verdicts.Select(verdict => new
                {
                    Id = verdict.Administration,
                    log.Known(verdict.Administration)?.Name,
                    log.Known(verdict.Administration)?.Division,
                    verdict.Lines,
                    verdict.LastHash,
                    verdict.LastAt,
                    verdict.Links,
                    verdict.Broken,
                    Differences = verdict.Differences?.Select(pair => new
                    {
                        Document = pair.DocumentId,
                        Replayed = InNumbers(pair.Replayed),
                        Stored = InNumbers(pair.Stored),
                    }),
                }),
            }
        );

    public static void Text(OpenLog log, IReadOnlyList<LogVerdict> verdicts, LogLine? until)
    {
        foreach (var verdict in verdicts)
        {
            var name = log.NameOf(verdict.Administration);
            Screen.Line(
                verdict.Broken is { } broken
                    ? $"{name}: broken at line {broken.Sequence}. {When(broken)}"
                    : $"{name}: {verdict.Lines} lines hold, {verdict.Links} links replayed."
            );
            if (verdict.LastAt is { } at)
                Screen.Line($"  the last line that holds: {at.ToString(Instant)} {verdict.LastHash}");
            foreach (var pair in verdict.Differences ?? [])
                Screen.Line(
                    $"  document {pair.DocumentId}: by the log {Words(pair.Replayed)}, in the table {Words(pair.Stored)}"
                );
        }
        if (until is not null)
            Screen.Line($"Line {until.Sequence} was written on {until.At.ToString(Instant)}.");
    }

    public static void Json(IReadOnlyList<LogLine> lines) =>
        Screen.Json(
            new
            {
                Lines = lines.Select(line => new
                {
                    line.Administration,
                    line.Sequence,
                    line.At,
                    line.Kind,
                    line.Subject,
                    Data = JsonSerializer.Deserialize<JsonElement>(line.Data),
                    line.Hash,
                }),
            }
        );

    public static void Text(OpenLog log, IReadOnlyList<LogLine> lines, IReadOnlyDictionary<Guid, string> numbers)
    {
        foreach (var own in lines.GroupBy(line => line.Administration))
        {
            Screen.Line(log.NameOf(own.Key));
            foreach (var line in own)
            {
                var subject = line.Subject is { } id ? numbers.GetValueOrDefault(id, id.ToString()) : "";
                Screen.Line($"{line.Sequence, 7} {line.At.ToString(Instant)} {line.Kind} {subject} {line.Data}");
            }
        }
    }

    static string When(BrokenLine broken) =>
        (broken.At, broken.After) switch
        {
            ({ } at, _) => $"It says {at.ToString(Instant)}.",
            (null, { } after) => $"It is missing; the one before was written on {after.ToString(Instant)}.",
            _ => "It is missing.",
        };

    static object? InNumbers(Link? link) =>
        link is null
            ? null
            : new
            {
                Entry = link.EntryId,
                Line = link.LineId,
                link.Series.Journal,
                link.Series.Year,
                link.BookingNumber,
                link.Origin,
            };

    static string Words(Link? link) =>
        link is null ? "none" : $"{link.Series} {link.BookingNumber} ({link.Origin}, entry {link.EntryId})";
}
