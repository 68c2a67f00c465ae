using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bookonce.Domain.Problems;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Web.Shell;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Connect;

/// <summary>How a visit to a consent page ended.</summary>
/// <param name="Vendor">At which service.</param>
/// <param name="Access">The access that was asked for; null when the visit was not ours.</param>
/// <param name="Other">The access of the other service that was chosen before the visit.</param>
/// <param name="Failure">Why there is no consent; null when there is one.</param>
public sealed record ConsentEnd(Vendor Vendor, Guid? Access, Guid? Other, Problem? Failure);

/// <summary>
/// Visits to the consent pages of the two services. Each has an unguessable word that must come back in the same
/// signed-in browser, so that nobody can slip in a consent of another account.
/// </summary>
sealed class Consents(Connecting connecting, WebOptions options, TimeProvider clock, ILogger<Consents> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromHours(1);
    const int StateBytes = 32;

    readonly ConcurrentDictionary<string, Visit> visits = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, ConsentEnd> ends = new(StringComparer.Ordinal);

    sealed record Visit(string Session, Vendor Vendor, Guid Access, Guid? Other, DateTimeOffset Until);

    /// <summary>Where a service must send people back to; to be registered there exactly so.</summary>
    public Uri Redirect(Vendor vendor) => options.Address($"connect/return/{Name(vendor)}");

    /// <summary>The consent page for an app.</summary>
    /// <param name="session">The signed-in browser.</param>
    /// <param name="app">The app.</param>
    /// <param name="other">The access of the other service that is chosen already.</param>
    public async Task<Uri> Begin(string session, AppRegistration app, Guid? other)
    {
        foreach (var (state, visit) in visits)
            if (visit.Until < clock.GetUtcNow())
                visits.TryRemove(state, out _);

        var word = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(StateBytes));
        var (access, page) = await connecting.Begin(app, Redirect(app.Vendor), word);
        visits[word] = new Visit(session, app.Vendor, access.Id, other, clock.GetUtcNow() + Patience);
        return page;
    }

    /// <summary>Takes what a service sent back, and keeps how it ended for the Connect page.</summary>
    public async Task Complete(string session, Vendor vendor, string? state, string? code, string? error)
    {
        if (
            state is null
            || !visits.TryRemove(state, out var visit)
            || visit.Session != session
            || visit.Vendor != vendor
            || visit.Until < clock.GetUtcNow()
        )
        {
            var unknown = new Problem(
                "consentUnknown",
                "This consent was not asked for here, or too long ago.",
                "Begin it again on this page."
            );
            ends[session] = new ConsentEnd(vendor, null, null, unknown);
            return;
        }

        var (access, problem) = await Exchange(visit, code, error);
        ends[session] = new ConsentEnd(vendor, access, visit.Other, problem);
    }

    /// <summary>How the last visit of a browser ended, told once.</summary>
    public ConsentEnd? Take(string session) => ends.TryRemove(session, out var end) ? end : null;

    /// <summary>The access is an earlier one when the same account consented before.</summary>
    async Task<(Guid Access, Problem? Problem)> Exchange(Visit visit, string? code, string? error)
    {
        if (code is not { Length: > 0 } || error is { Length: > 0 })
        {
            var refused = new Problem(
                "consentRefused",
                $"{VendorWords.Name(visit.Vendor)} did not give consent.",
                "Begin it again, and allow Bookonce there."
            );
            return (visit.Access, refused);
        }

        try
        {
            return ((await connecting.Complete(visit.Access, code, Redirect(visit.Vendor))).Id, null);
        }
        // The person is on the way back from the other service: whatever happened is told on the Connect page.
        catch (Exception exception)
        {
            return (visit.Access, InWords.Of(exception, log));
        }
    }

    static string Name(Vendor vendor) => vendor == Vendor.Teamleader ? "teamleader" : "exact";
}
