namespace Bookonce.Web.Api.Endpoints;

/// <summary>What several operations say of the same thing.</summary>
static class Words
{
    public const string Connection = "The id of a connection, or its name.";
    public const string Repair = "The id of a repair, or its beginning; 'last' is the one that is open, else the last.";
    public const string Plan = "The seal of a plan, its beginning, or its kind.";
    public const string DayPattern = @"^\d{4}-\d{2}-\d{2}$";
    public const string FormatPattern = "^(json|html)$";
    public const string SwitchPattern = "^(true|false)$";
    public const string Format = "json or html. Without it the Accept header decides; json when that asks for nothing.";
    public const string Yes = "Whether it is to be done. Without it nothing is.";
    public const string NotFiled =
        "Say that no VAT return was filed over these entries; counts only while Exact does not let the connected user see the returns.";
}
