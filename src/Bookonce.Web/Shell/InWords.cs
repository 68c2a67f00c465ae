using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Synchronise;
using Microsoft.Extensions.Logging;

namespace Bookonce.Web.Shell;

/// <summary>What a person reads when something failed. What is not foreseen goes to the log, never to the page.</summary>
static partial class InWords
{
    public static Problem Of(Exception exception, ILogger log)
    {
        if (Failures.Explain(exception) is { } problem)
            return problem;
        if (exception is CannotBeDoneException { Problem: var reason })
            return reason;
        if (exception is AlreadyConnectedException)
            return new Problem("alreadyConnected", exception.Message, "Choose another company entity.");

        Unforeseen(log, exception);
        return new Problem(
            "unforeseen",
            "Something went wrong inside bookonce.",
            "Nothing is booked twice by it. Try again; the reason is in the log of the server."
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed in a way that was not foreseen.")]
    static partial void Unforeseen(ILogger log, Exception exception);
}
