using System.Globalization;

namespace Bookonce.Teamleader;

/// <summary>What is known about the effect of a request that failed.</summary>
public enum Outcome
{
    /// <summary>The request certainly did not take effect: it was refused, or never sent.</summary>
    Refused,

    /// <summary>Nobody knows: no answer came, or one that says nothing. A write may have been carried out.</summary>
    Unknown,
}

/// <summary>A request to Teamleader Focus failed.</summary>
public sealed class TeamleaderException : Exception
{
    /// <summary>Makes the exception; <paramref name="messages"/> must hold no markup and no secret.</summary>
    public TeamleaderException(string messages, Outcome outcome, Exception? inner = null)
        : base(messages, inner) => Outcome = outcome;

    /// <summary>Whether a write certainly had no effect, or whether that is unknown.</summary>
    public Outcome Outcome { get; }

    /// <summary>The HTTP status, or null when no answer came or nothing was sent.</summary>
    public int? Status { get; init; }

    /// <summary>Teamleader's own code: <c>errors[].code</c> or the OAuth error.</summary>
    public string? VendorCode { get; init; }

    /// <summary>The id that the server gave the request, if it told one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The titles of the answer's errors, joined by newlines.</summary>
    public string Messages => Message;

    /// <summary>Whether the same request may succeed later without anybody changing anything.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the record asked for does not exist (any more): a 404, or a 400 that names <c>id</c>.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether a person must give consent again: the chain of tokens is dead.</summary>
    public bool IsReconnectNeeded { get; init; }

    /// <summary>The first instant (UTC) at which trying again makes sense, where that is known.</summary>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>The exception with what a log needs.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Outcome}, status {Status?.ToString(CultureInfo.InvariantCulture) ?? "none"}: {base.ToString()}"
        );
}
