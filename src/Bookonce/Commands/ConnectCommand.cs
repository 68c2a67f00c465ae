using System.CommandLine;
using System.Globalization;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Entries;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Hosting;
using Bookonce.Output;

namespace Bookonce.Commands;

/// <summary><c>connect</c>: ties a company entity to an administration from the command line.</summary>
static class ConnectCommand
{
    public static Command Create()
    {
        var (database, json) = (Options.Database(), Options.Json());
        var teamleader = Options.Url("--teamleader", "Address of Teamleader.");
        var exact = Options.Url("--exact", "Address of Exact Online.");
        (teamleader.Required, exact.Required) = (true, true);
        var clientId = new Option<string>("--client-id")
        {
            Description = "Client id of the registered app, in both services.",
            Required = true,
        };
        var clientSecret = new Option<string>("--client-secret")
        {
            Description = "Client secret of the registered app, in both services.",
            Required = true,
        };
        var startDate = new Option<string>("--start-date")
        {
            Description = "First document date that is booked, as 2026-01-31.",
            HelpName = "DATE",
            Required = true,
        };
        var entity = new Option<string?>("--company-entity")
        {
            Description = "Which company entity; the first free one otherwise.",
            HelpName = "NAME",
        };
        var division = new Option<int?>("--division")
        {
            Description = "Which administration of Exact; the first otherwise.",
            HelpName = "CODE",
        };
        var nextNumber = new Option<string[]>("--next-number")
        {
            Description =
                "The next booking number of a journal, as Exact shows it under Master data > Journals. May be given again for another journal.",
            HelpName = "JOURNAL=N",
        };
        var firstOpenPeriod = new Option<bool>("--first-open-period")
        {
            Description = "Book documents of a closed period in the first open one.",
        };
        var accept = new Option<bool>("--accept-proposals")
        {
            Description = "Connect with the proposed journals, VAT codes and accounts.",
        };
        var command = new Command("connect", "Connect a Teamleader company entity with an Exact administration.")
        {
            database,
            teamleader,
            exact,
            clientId,
            clientSecret,
            startDate,
            entity,
            division,
            nextNumber,
            firstOpenPeriod,
            accept,
            json,
        };
        command.SetAction(
            Guarded.Action(
                json,
                async (parsed, stop) =>
                {
                    var from = Dates.Read(parsed.GetRequiredValue(startDate));
                    await using var workspace = await Workspace.Open(parsed.GetRequiredValue(database).FullName, stop);
                    var (id, secret) = (parsed.GetRequiredValue(clientId), parsed.GetRequiredValue(clientSecret));
                    var offer = await Steps.Offer(
                        workspace.Connecting,
                        new AppRegistration(
                            Vendor.Teamleader,
                            parsed.GetRequiredValue(teamleader),
                            parsed.GetRequiredValue(teamleader),
                            id,
                            secret
                        ),
                        new AppRegistration(
                            Vendor.ExactOnline,
                            parsed.GetRequiredValue(exact),
                            parsed.GetRequiredValue(exact),
                            id,
                            secret
                        ),
                        parsed.GetValue(entity),
                        parsed.GetValue(division),
                        from,
                        stop
                    );
                    var settings = offer.Proposed with
                    {
                        SeriesStarts = Starts(parsed.GetValue(nextNumber) ?? [], offer, workspace.Connecting.Today),
                        ClosedPeriods = parsed.GetValue(firstOpenPeriod)
                            ? ClosedPeriodRule.FirstOpenPeriod
                            : ClosedPeriodRule.Ask,
                    };
                    if (parsed.GetValue(accept))
                        await workspace.Connecting.Connect(offer, settings, stop);
                    ConnectOutput.Show(offer, settings, parsed.GetValue(accept), parsed.GetValue(json));
                    return parsed.GetValue(accept) && offer.MissingRights.Count == 0
                        ? ExitCode.Done
                        : ExitCode.SomethingForAPerson;
                }
            )
        );
        return command;
    }

    /// <summary>Exact shows the number of the financial year that is current.</summary>
    static IReadOnlyList<SeriesStart> Starts(string[] given, Offer offer, DateOnly today)
    {
        var year = (offer.Masters.PeriodOf(today) ?? offer.Masters.Periods.LastOrDefault())?.Year ?? today.Year;
        return
        [
            .. given.Select(text =>
                text.Split('=') is [var journal, var number]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var next)
                && offer.Masters.Journals.Any(known => known.Code == journal)
                    ? new SeriesStart(new SeriesKey(journal, year), next)
                    : throw Wrong($"'{text}' is no next booking number of a journal.", "Write it like 70=26700015.")
            ),
        ];
    }

    static CommandException Wrong(string what, string remedy) => new(ExitCode.UsedWrongly, "usage", what, remedy);
}
