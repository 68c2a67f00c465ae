namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>What a part of a filter evaluates to.</summary>
internal enum FilterKind
{
    Text,
    Id,
    Number,
    Flag,
    Time,
    Null,
}

internal sealed record CompiledFilter(FilterKind Kind, Func<object, Scope, object?> Evaluate);

/// <summary>Binds names to fields, checks that both sides of a comparison are of one kind, and makes it callable.</summary>
internal sealed class FilterCompiler(EntityType type, ExactOnlineSwitches switches)
{
    private readonly HashSet<string> fields = [];

    public IReadOnlySet<string> Fields => fields;

    public CompiledFilter Compile(FilterSyntax syntax) =>
        syntax switch
        {
            FilterSyntax.Literal(var value) => new(KindOf(value), (_, _) => value),
            FilterSyntax.Name(var name) => Name(name),
            FilterSyntax.Not(var operand) => Not(Flag(Compile(operand))),
            FilterSyntax.Call(var function, var arguments) => Call(function, [.. arguments.Select(Compile)]),
            FilterSyntax.Binary(var sign, var left, var right) => OffsetWithNull(left, right)
                ?? Binary(sign, Compile(left), Compile(right)),
            _ => throw ApiException.QuerySyntax(),
        };

    // Reported: comparing with null works on some fields and not on this one.
    private CompiledFilter? OffsetWithNull(FilterSyntax left, FilterSyntax right)
    {
        var isMeant =
            (left, right)
            is
                (FilterSyntax.Name("OffsetID"), FilterSyntax.Literal(null))
                or
                (FilterSyntax.Literal(null), FilterSyntax.Name("OffsetID"));
        if (!isMeant || switches.OffsetIdComparedWithNull == NullComparison.Works)
            return null;
        return switches.OffsetIdComparedWithNull == NullComparison.BadRequest
            ? throw ApiException.QuerySyntax()
            : new(FilterKind.Flag, (_, _) => false);
    }

    private CompiledFilter Name(string name)
    {
        if (type.Find(name) is not { Type: not Edm.Children and not Edm.Binary } field)
            throw ApiException.QuerySyntax();
        fields.Add(name);
        return new(KindOf(field.Type), field.Value);
    }

    private static CompiledFilter Not(CompiledFilter operand) =>
        new(FilterKind.Flag, (row, scope) => operand.Evaluate(row, scope) is not true);

    private static CompiledFilter Binary(string sign, CompiledFilter left, CompiledFilter right)
    {
        var (a, b) = (left.Evaluate, right.Evaluate);
        if (sign is "and" or "or")
        {
            _ = (Flag(left), Flag(right));
            return sign == "and"
                ? new(FilterKind.Flag, (row, scope) => a(row, scope) is true && b(row, scope) is true)
                : new(FilterKind.Flag, (row, scope) => a(row, scope) is true || b(row, scope) is true);
        }
        if (left.Kind != right.Kind && left.Kind != FilterKind.Null && right.Kind != FilterKind.Null)
            throw ApiException.QuerySyntax($"Operator '{sign}' incompatible with operand types.");
        return new(FilterKind.Flag, (row, scope) => Compare(sign, a(row, scope), b(row, scope), scope));
    }

    private static object Compare(string sign, object? left, object? right, Scope scope)
    {
        if ((left is null || right is null) && sign is not ("eq" or "ne"))
            return false;
        var order = EdmValue.Compare(left, right, scope.Switches.TextComparedWithoutCase);
        return sign switch
        {
            "eq" => order == 0,
            "ne" => order != 0,
            "gt" => order > 0,
            "ge" => order >= 0,
            "lt" => order < 0,
            _ => order <= 0,
        };
    }

    private CompiledFilter Call(string function, CompiledFilter[] arguments) =>
        (function, arguments) switch
        {
            ("trim", [{ Kind: FilterKind.Text } text]) => OfText(text, value => value.Trim()),
#pragma warning disable CA1308 // The function of this name makes lower case.
            ("tolower", [{ Kind: FilterKind.Text } text]) => OfText(text, value => value.ToLowerInvariant()),
#pragma warning restore CA1308
            ("substringof", [_, _]) when !switches.SubstringOfWorks => throw ApiException.NotImplemented(),
            ("substringof", [var part, var text]) => OfTwo(
                text,
                part,
                (value, sought, how) => value.Contains(sought, how)
            ),
            ("startswith", [var text, var part]) => OfTwo(
                text,
                part,
                (value, sought, how) => value.StartsWith(sought, how)
            ),
            ("endswith", [var text, var part]) => OfTwo(
                text,
                part,
                (value, sought, how) => value.EndsWith(sought, how)
            ),
            ("indexof", [var text, var part]) => OfTwo(
                text,
                part,
                (value, sought, how) => (object)(long)value.IndexOf(sought, how)
            ) with
            {
                Kind = FilterKind.Number,
            },
            ("trim" or "tolower" or "substringof" or "startswith" or "endswith" or "indexof", _) =>
                throw ApiException.QuerySyntax(),
            _ => throw (
                switches.UnknownFunctionAnswer == UnknownFunctionAnswer.NotImplemented
                    ? ApiException.NotImplemented()
                    : ApiException.QuerySyntax()
            ),
        };

    private static CompiledFilter OfText(CompiledFilter text, Func<string, string> apply) =>
        new(FilterKind.Text, (row, scope) => text.Evaluate(row, scope) is string value ? apply(value) : null);

    private static CompiledFilter OfTwo(
        CompiledFilter text,
        CompiledFilter part,
        Func<string, string, StringComparison, object> apply
    )
    {
        if (text.Kind != FilterKind.Text || part.Kind != FilterKind.Text)
            throw ApiException.QuerySyntax();
        return new(
            FilterKind.Flag,
            (row, scope) =>
                text.Evaluate(row, scope) is string value && part.Evaluate(row, scope) is string sought
                    ? apply(value, sought, How(scope))
                    : null
        );
    }

    private static StringComparison How(Scope scope) =>
        scope.Switches.TextComparedWithoutCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static CompiledFilter Flag(CompiledFilter filter) =>
        filter.Kind == FilterKind.Flag ? filter : throw ApiException.QuerySyntax();

    private static FilterKind KindOf(object? literal) =>
        literal switch
        {
            null => FilterKind.Null,
            string => FilterKind.Text,
            Guid => FilterKind.Id,
            bool => FilterKind.Flag,
            DateTime => FilterKind.Time,
            _ => FilterKind.Number,
        };

    private static FilterKind KindOf(Edm type) =>
        type switch
        {
            Edm.String => FilterKind.Text,
            Edm.Guid => FilterKind.Id,
            Edm.Boolean => FilterKind.Flag,
            Edm.DateTime => FilterKind.Time,
            _ => FilterKind.Number,
        };
}
