using System.Globalization;

namespace Bookonce.ExactOnline;

/// <summary>One app registration at one country site of Exact Online.</summary>
public sealed record ExactOnlineSettings
{
    /// <summary>The country site, for example <c>https://start.exactonline.be</c>; authorisation and API live under it.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The client id of the app registration.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client secret of the app registration; never shown by <see cref="ToString"/>.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The registered redirect URI; Exact wants public HTTPS and refuses <c>localhost</c>.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>How long one request may take before it counts as unanswered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The pauses before a read is tried again; their number bounds the tries. Writes are never tried again.</summary>
    public IReadOnlyList<TimeSpan> ReadRetries { get; init; } =
    [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(16)];

    /// <summary>
    /// How old an access token must be before another may be asked for.
    /// Source: Exact knowledge base, API limits (570 s, since 1 July 2021).
    /// </summary>
    public TimeSpan RefreshNotBefore { get; init; } = TimeSpan.FromSeconds(570);

    /// <summary>Called after every HTTP request, with nothing secret in it.</summary>
    public Action<CallMade>? OnCall { get; init; }

    /// <summary>Called when a request waits for the minute's allowance, with the instant (UTC) at which it goes on.</summary>
    public Action<DateTimeOffset>? OnWait { get; init; }

    /// <summary>The settings without the secret.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Exact Online app {ClientId} at {BaseUrl}");

    internal Uri Address(string pathAndQuery) => new($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{pathAndQuery}");
}
