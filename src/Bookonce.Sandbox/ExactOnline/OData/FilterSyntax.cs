namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>A filter as written.</summary>
internal abstract record FilterSyntax
{
    public sealed record Literal(object? Value) : FilterSyntax;

    public sealed record Name(string Text) : FilterSyntax;

    public sealed record Call(string Function, IReadOnlyList<FilterSyntax> Arguments) : FilterSyntax;

    public sealed record Not(FilterSyntax Operand) : FilterSyntax;

    /// <param name="Operator">eq, ne, gt, ge, lt, le, and, or.</param>
    public sealed record Binary(string Operator, FilterSyntax Left, FilterSyntax Right) : FilterSyntax;
}
