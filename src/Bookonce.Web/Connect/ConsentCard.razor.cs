using System.Security.Claims;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Bookonce.Web.Connect;

/// <summary>The consent of one service: one that is there, or the way to a new one.</summary>
public sealed partial class ConsentCard
{
    Access[] usable = [];
    Access[] ended = [];
    AppDraft app = null!;
    bool isNew;
    string? mistake;

    /// <summary>Which service.</summary>
    [Parameter, EditorRequired]
    public Vendor Vendor { get; set; }

    /// <summary>All accesses of both services.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Access> Accesses { get; set; }

    /// <summary>The chosen one; null while none is.</summary>
    [Parameter, EditorRequired]
    public Guid? Chosen { get; set; }

    /// <summary>A person chose.</summary>
    [Parameter]
    public EventCallback<Guid?> ChosenChanged { get; set; }

    /// <summary>The chosen access of the other service, to be remembered while people are away.</summary>
    [Parameter]
    public Guid? Other { get; set; }

    [Inject]
    internal Consents Consents { get; set; } = null!;

    [Inject]
    WebOptions Defaults { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    AuthenticationStateProvider People { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        app = new AppDraft(Vendor, Vendor == Vendor.Teamleader ? Defaults.Teamleader : Defaults.ExactOnline);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var ours = Accesses.Where(access => access.Vendor == Vendor).ToArray();
        usable = [.. ours.Where(access => access.Tokens is not null)];
        // An access that nobody ever consented to is a visit that was broken off.
        ended = [.. ours.Where(access => access is { Tokens: null, Account.Length: > 0 })];
    }

    Task Choose(Guid? wanted)
    {
        isNew = wanted is null;
        return ChosenChanged.InvokeAsync(wanted);
    }

    Task Go()
    {
        mistake = app.Mistake;
        return mistake is null ? Visit(app.ToRegistration()) : Task.CompletedTask;
    }

    Task GoAgain(Access access) =>
        Visit(
            new AppRegistration(Vendor, access.ApiUrl, access.AuthorizationUrl, access.ClientId, access.ClientSecret)
        );

    async Task Visit(AppRegistration registration)
    {
        var person = (await People.GetAuthenticationStateAsync()).User;
        var page = await Consents.Begin(person.FindFirstValue(SignInSetup.Session) ?? "", registration, Other);
        Navigation.NavigateTo(page.AbsoluteUri, forceLoad: true);
    }
}
