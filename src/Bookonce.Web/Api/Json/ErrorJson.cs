using Bookonce.Domain.Problems;

namespace Bookonce.Web.Api.Json;

/// <summary>What went wrong, as <c>error.schema.json</c> says it.</summary>
public static class ErrorJson
{
    /// <summary>The object.</summary>
    public static object Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Of(problem.Code, problem.What, problem.Remedy);
    }

    /// <inheritdoc cref="Of(Problem)"/>
    public static object Of(string code, string message, string remedy) =>
        new
        {
            Error = new
            {
                Code = code,
                Message = message,
                Remedy = remedy,
            },
        };
}
