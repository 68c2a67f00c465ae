namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>A filter bound to the fields of an entity.</summary>
internal sealed class Filter
{
    private readonly FilterSyntax syntax;
    private readonly Func<object, Scope, object?> evaluate;

    private Filter(FilterSyntax syntax, Func<object, Scope, object?> evaluate, IReadOnlySet<string> fields)
    {
        (this.syntax, this.evaluate, Fields) = (syntax, evaluate, fields);
    }

    /// <summary>The names of all fields that it mentions.</summary>
    public IReadOnlySet<string> Fields { get; }

    /// <exception cref="ApiException">It is no filter, or names what the entity has not.</exception>
    public static Filter Parse(string text, EntityType type, ExactOnlineSwitches switches)
    {
        var written = FilterGrammar.Parse(text);
        var compiler = new FilterCompiler(type, switches);
        var compiled = compiler.Compile(written);
        return new Filter(written, compiled.Evaluate, compiler.Fields);
    }

    public bool Matches(object row, Scope scope) => evaluate(row, scope) is true;

    /// <summary>The values one of which the field must have, or null when the filter leaves it open.</summary>
    public IReadOnlyList<object>? Pinned(string field) => Pinned(syntax, field);

    /// <summary>The number that the field must be above, or null.</summary>
    public long? Above(string field) => Above(syntax, field);

    private static IReadOnlyList<object>? Pinned(FilterSyntax syntax, string field) =>
        syntax switch
        {
            FilterSyntax.Binary("eq", FilterSyntax.Name(var name), FilterSyntax.Literal({ } value))
                when name == field => [value],
            FilterSyntax.Binary("and", var left, var right) => Pinned(left, field) ?? Pinned(right, field),
            FilterSyntax.Binary("or", var left, var right)
                when Pinned(left, field) is { } one && Pinned(right, field) is { } other => [.. one, .. other],
            _ => null,
        };

    private static long? Above(FilterSyntax syntax, string field) =>
        syntax switch
        {
            FilterSyntax.Binary("gt", FilterSyntax.Name(var name), FilterSyntax.Literal(long value))
                when name == field => value,
            FilterSyntax.Binary("ge", FilterSyntax.Name(var name), FilterSyntax.Literal(long value))
                when name == field => value - 1,
            FilterSyntax.Binary("and", var left, var right) => Above(left, field) ?? Above(right, field),
            _ => null,
        };
}
