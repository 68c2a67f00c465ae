using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class BadInputTests
{
    static async Task<IReadOnlyList<ProblemRow>> Problems(Town town, Connection connection) =>
        (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows;

    [Fact]
    public async Task A_wrong_journal_stops_its_own_documents_and_no_others()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect(settings => settings with { CreditNoteJournal = "90" });

        var run = await town.Run(connection);

        Assert.True(run.Counts.Booked > 250, $"{run.Counts}");
        Assert.Contains(
            await Problems(town, connection),
            row => row is { Problem.Code: "journalNotSales", Kind: DocumentKind.CreditNote }
        );
        Assert.DoesNotContain(
            await Problems(town, connection),
            row => row is { Problem.Code: "journalNotSales", Kind: DocumentKind.Invoice }
        );
    }

    [Fact]
    public async Task An_unknown_VAT_code_stops_the_documents_that_need_it_until_it_is_mended()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var good = (await town.Offer(new DateOnly(2025, 9, 1))).Proposed;
        var connection = await town.Connect(settings =>
            settings with
            {
                TaxRates =
                [
                    .. settings.TaxRates.Select(rate => rate.Rate == 0.12m ? rate with { VatCode = "999" } : rate),
                ],
            }
        );

        var broken = await town.Run(connection);
        Assert.Contains(await Problems(town, connection), row => row.Problem.Code == "vatCodeUnknown");
        await town.Store.SaveSettings(connection.Id, good);
        var mended = await town.Run(connection);

        Assert.True(broken.Counts.Booked > 100);
        Assert.True(mended.Counts.Booked > 0);
        Assert.DoesNotContain(await Problems(town, connection), row => row.Problem.Code == "vatCodeUnknown");
    }

    [Fact]
    public async Task A_closed_period_is_shown_or_goes_to_the_first_open_one_with_its_own_date()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        town.Division(connection).ClosePeriod(connection.Settings.InvoiceJournal, 2026, 2);

        await town.Run(connection);
        var closed = (await Problems(town, connection)).Where(row => row.Problem.Code == "periodClosed").ToArray();
        await town.Store.SaveSettings(
            connection.Id,
            connection.Settings with
            {
                ClosedPeriods = ClosedPeriodRule.FirstOpenPeriod,
            }
        );
        await town.Run(connection);

        Assert.NotEmpty(closed);
        Assert.All(closed, row => Assert.Equal(2, row.Date.Month));
        Assert.DoesNotContain(await Problems(town, connection), row => row.Problem.Code == "periodClosed");
        Assert.Contains(town.Entries(connection), entry => entry is { Year: 2026, Period: 3, Date.Month: 2 });
    }

    [Fact]
    public async Task A_service_that_is_down_is_said_in_words_and_nothing_is_lost()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        await town.Sandboxes.DisposeAsync();

        var run = await town.Run(connection);

        Assert.Equal("unreachable", run.Failure?.Code);
        Assert.Equal(0, run.Counts.Booked);
    }

    [Fact]
    public async Task A_consent_that_has_ended_asks_to_connect_again()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();
        town.Sandboxes.TeamleaderState.RevokeAccess();

        Assert.Equal("reconnect", (await town.Run(connection)).Failure?.Code);
    }

    [Fact]
    public async Task A_company_entity_is_connected_once()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var offer = await town.Offer(new DateOnly(2025, 9, 1));
        await town.Connecting.Connect(offer, offer.Proposed);

        await Assert.ThrowsAsync<Connect.AlreadyConnectedException>(() =>
            town.Connecting.Connect(offer, offer.Proposed)
        );
    }

    [Fact]
    public async Task A_second_consent_of_the_same_account_goes_on_with_the_first_access()
    {
        await using var town = await Town.Build(WorldSize.Demo);
        var connection = await town.Connect();

        await town.Consent(Vendor.ExactOnline, town.Sandboxes.ExactUrl);

        Assert.Equal(2, (await town.Store.Accesses()).Count);
        Assert.Null((await town.Run(connection, isPreview: true)).Failure);
    }
}
