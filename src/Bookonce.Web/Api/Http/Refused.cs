using Bookonce.Domain.Problems;
using Microsoft.AspNetCore.Http;

namespace Bookonce.Web.Api.Http;

/// <summary>A request that is not carried out, and why. Nothing was done.</summary>
sealed class Refused(int status, Problem problem) : Exception(problem.ToString())
{
    public int Status => status;

    public Problem Problem => problem;

    /// <summary>What was sent cannot be read.</summary>
    public static Refused Unreadable(string what, string remedy) =>
        new(StatusCodes.Status400BadRequest, new Problem("usage", what, remedy));
}
