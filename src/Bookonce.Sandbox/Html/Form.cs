using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bookonce.Sandbox.Html;

/// <summary>What was asked of a page cannot be done; the message is for the person who asked.</summary>
internal sealed class PageProblem(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;

    public static PageProblem NotThere(string what) => new($"There is no {what}.", StatusCodes.Status404NotFound);
}

/// <summary>Fields of a form or of an address, read as what they should be; a field left empty is not there.</summary>
internal sealed class Form(Func<string, StringValues> fields)
{
    /// <summary>Reads the body of a request; one that is no form has no fields.</summary>
    public static async Task<Form> Read(HttpContext http)
    {
        var form = http.Request.HasFormContentType
            ? await http.Request.ReadFormAsync(http.RequestAborted)
            : FormCollection.Empty;
        return new Form(name => form[name]);
    }

    public static Form Query(HttpContext http) => new(name => http.Request.Query[name]);

    public string? Text(string name) => fields(name).FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Texts(string name) => [.. fields(name).OfType<string>()];

    public string Needed(string name) => Text(name) ?? throw new PageProblem($"Please fill in “{name}”.");

    public DateOnly? Date(string name) =>
        Text(name) switch
        {
            null => null,
            var text => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date)
                ? date
                : throw new PageProblem($"“{name}” must be a date such as 2026-03-31, not “{text}”."),
        };

    /// <summary>A decimal point, no separators for thousands.</summary>
    public decimal? Amount(string name) =>
        Text(name) switch
        {
            null => null,
            var text => decimal.TryParse(text, Signed, CultureInfo.InvariantCulture, out var amount)
            && Math.Abs(amount) < 1e12m
                ? amount
                : throw new PageProblem($"“{name}” must be a number such as 121.00, not “{text}”."),
        };

    public int? Whole(string name) =>
        Text(name) switch
        {
            null => null,
            var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new PageProblem($"“{name}” must be a whole number, not “{text}”."),
        };

    const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
}
