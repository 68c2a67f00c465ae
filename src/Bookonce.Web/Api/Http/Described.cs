using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Bookonce.Web.Api.Http;

/// <summary>What an operation answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Schema">The schema in <c>docs/contracts</c> that the JSON obeys.</param>
/// <param name="IsAlsoPage">Whether there is an HTML page of it, too.</param>
sealed record Answers(int Status, string Schema, bool IsAlsoPage = false);

/// <summary>What an operation is sent.</summary>
sealed record Sends(Type Body);

/// <summary>Says of an operation what its description and its guards need.</summary>
static class Described
{
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint.WithName(name).WithSummary(summary);

    public static RouteHandlerBuilder Answering(
        this RouteHandlerBuilder endpoint,
        string schema,
        int status = StatusCodes.Status200OK,
        bool page = false
    ) => endpoint.WithMetadata(new Answers(status, schema, page));

    public static RouteHandlerBuilder Sending<TBody>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Sends(typeof(TBody)));

    /// <summary>Refuses names in the address's query that the handler does not read.</summary>
    public static RouteGroupBuilder RefusingUnknownNames(this RouteGroupBuilder group)
    {
        group.AddEndpointFilterFactory(
            (built, next) =>
            {
                string[] read = [.. built.MethodInfo.GetParameters().SelectMany(NamesOf)];
                return call =>
                {
                    var taken = call.HttpContext.Request.RouteValues;
                    Given.OnlyKnown(call.HttpContext.Request.Query, [.. read.Where(name => !taken.ContainsKey(name))]);
                    return next(call);
                };
            }
        );
        return group;
    }

    static IEnumerable<string> NamesOf(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter
                .ParameterType.GetProperties()
                .Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name)
                .OfType<string>()
        : parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[]) ? [parameter.Name!]
        : [];
}
