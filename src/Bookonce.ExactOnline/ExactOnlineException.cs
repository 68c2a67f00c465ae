using System.Globalization;

namespace Bookonce.ExactOnline;

/// <summary>What is known about the effect of a request that failed.</summary>
public enum Outcome
{
    /// <summary>The request certainly did not take effect: it was refused, or never sent.</summary>
    Refused,

    /// <summary>Nobody knows: no answer came, or one that says nothing. A write may have been carried out.</summary>
    Unknown,
}

/// <summary>A request to Exact Online failed.</summary>
public sealed class ExactOnlineException : Exception
{
    /// <summary>Makes the exception; <paramref name="messages"/> must hold no markup and no secret.</summary>
    public ExactOnlineException(string messages, Outcome outcome, Exception? inner = null)
        : base(messages, inner) => Outcome = outcome;

    /// <summary>Whether a write certainly had no effect, or whether that is unknown.</summary>
    public Outcome Outcome { get; }

    /// <summary>
    /// Whether Exact itself dealt with the request and said so: what it did, it has done, and nothing comes later. A look
    /// settles what that was, even where the text says nothing (<see cref="Outcome.Unknown"/>).
    /// </summary>
    public bool IsAnswered { get; init; }

    /// <summary>The HTTP status, or null when no answer came or nothing was sent.</summary>
    public int? Status { get; init; }

    /// <summary>Exact's own code: <c>error.code</c>, the <c>Reason</c> header or the OAuth error.</summary>
    public string? VendorCode { get; init; }

    /// <summary>The id that the server gave the request, if it told one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The texts of the answer, joined by newlines, in the language of the connected user.</summary>
    public string Messages => Message;

    /// <summary>Whether the same request may succeed later without anybody changing anything.</summary>
    public bool IsTransient { get; init; }

    /// <summary>
    /// Whether the allowance of the day is used up, or that of errors on <see cref="SpentEndpoint"/>; nothing was sent, and
    /// <see cref="ResumesAt"/> tells when to go on.
    /// </summary>
    public bool IsBudgetSpent { get; init; }

    /// <summary>The endpoint (path template) that had as many errors within an hour as are allowed; null otherwise.</summary>
    public string? SpentEndpoint { get; init; }

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
