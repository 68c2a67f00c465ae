using System.Security.Claims;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;
using Bookonce.Web.SignIn;
using Bookonce.Web.Sync;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Connect;

/// <summary>Connects a company entity with an administration in four steps.</summary>
public sealed partial class ConnectPage
{
    static readonly string[] Steps = ["Consent", "Company and start", "Mapping", "First look"];

    int step;
    string? busy;
    Problem? failure;
    IReadOnlyList<Access>? accesses;
    Guid? teamleader;
    Guid? exact;
    IReadOnlyList<EntityChoice> entities = [];
    IReadOnlyList<DivisionChoice> divisions = [];
    EntityChoice? entity;
    DivisionChoice? division;
    DateOnly? startDate;
    Offer? offer;
    SettingsDraft? draft;
    Connection? connected;

    [Inject]
    IStore Store { get; set; } = null!;

    [Inject]
    Connecting Connecting { get; set; } = null!;

    [Inject]
    internal Consents Consents { get; set; } = null!;

    [Inject]
    internal Runs Runs { get; set; } = null!;

    [Inject]
    AuthenticationStateProvider People { get; set; } = null!;

    [Inject]
    ILogger<ConnectPage> Log { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var person = (await People.GetAuthenticationStateAsync()).User;
        var end = Consents.Take(person.FindFirstValue(SignInSetup.Session) ?? "");
        failure = end?.Failure;
        var known = await Store.Accesses();
        teamleader = Usable(known, Vendor.Teamleader, end);
        exact = Usable(known, Vendor.ExactOnline, end);
        startDate = new DateOnly(Connecting.Today.Year, 1, 1);
        accesses = known;
    }

    /// <summary>The access that a person just consented to or had chosen before, else the first that can be used.</summary>
    static Guid? Usable(IReadOnlyList<Access> known, Vendor vendor, ConsentEnd? end)
    {
        var usable = known.Where(access => access.Vendor == vendor && access.Tokens is not null).ToArray();
        var wanted = end?.Vendor == vendor ? end.Access : end?.Other;
        return usable.FirstOrDefault(access => access.Id == wanted)?.Id ?? usable.FirstOrDefault()?.Id;
    }

    Task ReadChoices() =>
        Try(
            "Asking both services what there is to connect …",
            async () =>
            {
                entities = await Connecting.Entities(teamleader!.Value);
                divisions = await Connecting.Divisions(exact!.Value);
                entity = entities.FirstOrDefault(choice => choice.ConnectedAs is null);
                division = divisions is [var only]
                    ? only
                    : divisions.FirstOrDefault(choice => choice.Name == entity?.Name);
                step = 1;
            }
        );

    Task ReadOffer() =>
        Try(
            "Reading journals, VAT codes, accounts and tax rates …",
            async () =>
            {
                offer = await Connecting.Offer(teamleader!.Value, entity!, exact!.Value, division!, startDate!.Value);
                draft = new SettingsDraft(offer.Proposed, offer, Connecting.Today);
                step = 2;
            }
        );

    Task Connect() =>
        Try(
            "Connecting …",
            async () =>
            {
                connected = await Connecting.Connect(offer!, draft!.ToSettings());
                Runs.Start(connected.Id, isPreview: true);
            }
        );

    /// <summary>Does a step, and says in words why it could not be done.</summary>
    async Task Try(string meanwhile, Func<Task> act)
    {
        (busy, failure) = (meanwhile, null);
        StateHasChanged();
        try
        {
            await act();
        }
        // What a person did must never end as a stack trace: the page says what happened and stays where it is.
        catch (Exception exception)
        {
            failure = InWords.Of(exception, Log);
        }
        finally
        {
            busy = null;
        }
    }
}
