using System.Globalization;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace Bookonce.Sandbox.ExactOnline.OData;

/// <summary>The filter language of the service: comparisons, and, or, not, parentheses, literals and a few functions.</summary>
internal static class FilterGrammar
{
    private const int DeepestNesting = 100;

    // A quote inside a text is doubled.
    private static readonly Parser<string> Quoted = Literals
        .Char('\'')
        .SkipAnd(Capture(ZeroOrMany(Literals.Text("''").Or(Literals.NoneOf("'").Then(text => text.ToString()!)))))
        .AndSkip(Literals.Char('\''))
        .Then(text => text.ToString()!.Replace("''", "'", StringComparison.Ordinal));

    private static readonly Parser<FilterSyntax> Text = SkipWhiteSpace(Quoted)
        .Then<FilterSyntax>(text => new FilterSyntax.Literal(text));

    private static readonly Parser<FilterSyntax> Id = Terms
        .Text("guid")
        .SkipAnd(Quoted)
        .Then<FilterSyntax>(text => new FilterSyntax.Literal(ToGuid(text)));

    private static readonly Parser<FilterSyntax> Time = Terms
        .Text("datetime")
        .SkipAnd(Quoted)
        .Then<FilterSyntax>(text => new FilterSyntax.Literal(ToTime(text)));

    private static readonly Parser<FilterSyntax> Number = Terms
        .Decimal(NumberOptions.AllowLeadingSign | NumberOptions.AllowDecimalSeparator)
        .AndSkip(ZeroOrOne(Literals.AnyOf("LlMmDdFf", 1, 1)))
        .Then<FilterSyntax>(number => new FilterSyntax.Literal(
            decimal.IsInteger(number) && number is > long.MinValue and < long.MaxValue ? (object)(long)number : number
        ));

    private static readonly Parser<FilterSyntax> Word = Terms
        .Keyword("true")
        .Then<FilterSyntax>(_ => new FilterSyntax.Literal(true))
        .Or(Terms.Keyword("false").Then<FilterSyntax>(_ => new FilterSyntax.Literal(false)))
        .Or(Terms.Keyword("null").Then<FilterSyntax>(_ => new FilterSyntax.Literal(null)));

    private static readonly Parser<string> Identifier = Terms
        .Identifier(char.IsAsciiLetter, letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '/')
        .Then(name => name.ToString()!);

    private static readonly Parser<FilterSyntax> LiteralValue = OneOf(Id, Time, Text, Number, Word);

    private static readonly Parser<IReadOnlyList<FilterSyntax>> Literal = Separated(Terms.Char(','), LiteralValue)
        .Eof();

    private static readonly Parser<FilterSyntax> Filter = Build();

    /// <exception cref="ApiException">It is no filter.</exception>
    public static FilterSyntax Parse(string text) =>
        !IsTooDeep(text) && TryParse(Filter, text, out var filter) ? filter : throw ApiException.QuerySyntax();

    // Every bracket and every "not" is a step deeper for whoever reads it, and the stack has an end.
    private static bool IsTooDeep(string text)
    {
        var brackets = text.Count(letter => letter == '(');
        return brackets > DeepestNesting || text.AsSpan().Count("not ") > DeepestNesting;
    }

    /// <summary>Reads a key or a skip token: literals with commas.</summary>
    public static IReadOnlyList<object?> ParseLiterals(string text) =>
        TryParse(Literal, text, out var literals)
            ? [.. literals.Cast<FilterSyntax.Literal>().Select(literal => literal.Value)]
            : throw ApiException.QuerySyntax();

    private static bool TryParse<T>(Parser<T> parser, string text, out T value)
    {
        try
        {
            return parser.TryParse(text, out value!) && value is not null;
        }
        catch (FormatException)
        {
            value = default!;
            return false;
        }
    }

    private static Parser<FilterSyntax> Build()
    {
        var expression = Deferred<FilterSyntax>();
        var group = Between(Terms.Char('('), expression, Terms.Char(')'));
        var call = Identifier
            .AndSkip(Literals.Char('('))
            .And(Separated(Terms.Char(','), expression))
            .AndSkip(Terms.Char(')'))
            .Then<FilterSyntax>(parts => new FilterSyntax.Call(parts.Item1, parts.Item2));
        var name = Identifier.Then<FilterSyntax>(text => new FilterSyntax.Name(text));
        var operand = OneOf(group, LiteralValue, call, name);

        var comparer = OneOf(
            Terms.Keyword("eq"),
            Terms.Keyword("ne"),
            Terms.Keyword("gt"),
            Terms.Keyword("ge"),
            Terms.Keyword("lt"),
            Terms.Keyword("le")
        );
        var comparison = operand
            .And(ZeroOrMany(comparer.And(operand), 1))
            .Then(parts =>
                parts.Item2 is [var (sign, right)] ? new FilterSyntax.Binary(sign, parts.Item1, right) : parts.Item1
            );
        var unary = Deferred<FilterSyntax>();
        unary.Parser = Terms
            .Keyword("not")
            .SkipAnd(unary)
            .Then<FilterSyntax>(operand => new FilterSyntax.Not(operand))
            .Or(comparison);
        var and = unary.LeftAssociative(
            (Terms.Keyword("and"), (left, right) => new FilterSyntax.Binary("and", left, right))
        );
        expression.Parser = and.LeftAssociative(
            (Terms.Keyword("or"), (left, right) => new FilterSyntax.Binary("or", left, right))
        );
        return expression.Eof();
    }

    private static Guid ToGuid(string text) => Guid.TryParse(text, out var id) ? id : throw new FormatException();

    private static DateTime ToTime(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified)
            : throw new FormatException();
}
