using Bookonce.Domain.Problems;
using Bookonce.ExactOnline;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Synchronise;

/// <summary>Why a run or a connect step could not go on, in words. Nothing secret is in them.</summary>
public static class Failures
{
    /// <summary>The Problem behind an exception of one of the services; null for anything else, which is a bug.</summary>
    public static Problem? Explain(Exception exception) =>
        exception switch
        {
            ExactOnlineException { IsReconnectNeeded: true } => Reconnect("Exact Online"),
            TeamleaderException { IsReconnectNeeded: true } => Reconnect("Teamleader"),
            ExactOnlineException { SpentEndpoint: { } endpoint, ResumesAt: var again } => new Problem(
                "errorsSpent",
                $"Exact Online refused too many calls to {endpoint} within an hour; more would block the app.",
                $"See why on the documents and mend it. Synchronise again after {again:HH:mm:ss} UTC."
            ),
            ExactOnlineException { IsBudgetSpent: true } spent => new Problem(
                "allowanceSpent",
                "Exact Online's allowance of calls for today is used up.",
                spent.ResumesAt is { } at
                    ? $"Synchronise again after {at:yyyy-MM-dd HH:mm} UTC."
                    : "Synchronise again tomorrow."
            ),
            ExactOnlineException { VendorCode: AppRefused } => RefusedApp("Exact Online"),
            TeamleaderException { VendorCode: AppRefused } => RefusedApp("Teamleader"),
            ExactOnlineException { Status: 401, ResumesAt: var resumes } => RefusedToken("Exact Online", resumes),
            TeamleaderException { Status: 401 } => RefusedToken("Teamleader", null),
            ExactOnlineException { Status: null } => Unreachable("Exact Online"),
            TeamleaderException { Status: null } => Unreachable("Teamleader"),
            ExactOnlineException failure => Failed("Exact Online", failure.Status, failure.Messages),
            TeamleaderException failure => Failed("Teamleader", failure.Status, failure.Messages),
            Store.OfficeLostException => new Problem(
                "officeLost",
                "Another run took over this administration.",
                "Wait until it is done."
            ),
            _ => null,
        };

    static Problem Reconnect(string service) =>
        new("reconnect", $"The consent for {service} has ended.", $"Connect {service} again on the Connect page.");

    static Problem RefusedToken(string service, DateTimeOffset? resumes) =>
        new(
            "tokenRefused",
            $"{service} does not accept the token.",
            resumes is { } at
                ? $"Synchronise again after {at:HH:mm} UTC; if that fails as well, connect {service} again on the Connect page."
                : $"Connect {service} again on the Connect page."
        );

    /// <summary>RFC 6749's word for a client id or secret that is wrong.</summary>
    const string AppRefused = "invalid_client";

    static Problem RefusedApp(string service) =>
        new("appRefused", $"{service} does not accept the app.", "Check its client id and client secret.");

    static Problem Unreachable(string service) =>
        new("unreachable", $"{service} cannot be reached.", "Nothing is lost: synchronise again later.");

    static Problem Failed(string service, int? status, string text) =>
        new("serviceFailed", $"{service} answered {status}: {text}", "Nothing is lost: synchronise again later.");
}
