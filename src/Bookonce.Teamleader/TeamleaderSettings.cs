namespace Bookonce.Teamleader;

/// <summary>One integration registered at Teamleader Focus.</summary>
public sealed record TeamleaderSettings
{
    /// <summary>Where the API is, <c>https://api.focus.teamleader.eu</c> for real accounts.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>Where consent and tokens are, <c>https://focus.teamleader.eu</c> for real accounts.</summary>
    public required Uri AuthorizationUrl { get; init; }

    /// <summary>The client id of the integration.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client secret of the integration; never shown by <see cref="ToString"/>.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>A redirect URI registered for the integration.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>The dated version of the API that answers are read as; sent with every call.</summary>
    public string ApiVersion { get; init; } = "2023-09-26";

    /// <summary>How long one request may take before it counts as unanswered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The pauses before a read is tried again; their number bounds the tries. Writes are never tried again.</summary>
    public IReadOnlyList<TimeSpan> ReadRetries { get; init; } =
    [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(16)];

    /// <summary>How long before its end an access token is replaced.</summary>
    public TimeSpan RefreshBefore { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Called after every HTTP request, with nothing secret in it.</summary>
    public Action<CallMade>? OnCall { get; init; }

    /// <summary>Called when a request waits for the allowance, with the instant (UTC) at which it goes on.</summary>
    public Action<DateTimeOffset>? OnWait { get; init; }

    /// <summary>The settings without the secret.</summary>
    public override string ToString() => $"Teamleader integration {ClientId} at {ApiUrl}";

    internal Uri Api(string action) => new($"{ApiUrl.AbsoluteUri.TrimEnd('/')}/{action}");

    internal Uri Authorization(string pathAndQuery) =>
        new($"{AuthorizationUrl.AbsoluteUri.TrimEnd('/')}/{pathAndQuery}");
}
