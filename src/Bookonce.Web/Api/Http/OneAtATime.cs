using Bookonce.Domain.Problems;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>
/// Requests that change something come one after the other: of two that approve a plan at the same moment, the second must find
/// what the first began instead of waiting behind it.
/// </summary>
sealed class OneAtATime(TimeProvider clock) : IEndpointFilter, IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim turn = new(1, 1);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method))
            return await next(context);

        using var enough = new CancellationTokenSource(Patience, clock);
        try
        {
            await turn.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException)
        {
            throw new Refused(
                StatusCodes.Status409Conflict,
                new Problem("busy", "Another request is being carried out.", "Ask again in a moment.")
            );
        }
        try
        {
            return await next(context);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
