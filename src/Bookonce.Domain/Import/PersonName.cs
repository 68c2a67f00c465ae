namespace Bookonce.Domain.Import;

/// <summary>The name of a person, as far as one text tells it. A last name is always there.</summary>
/// <param name="First">All but the last name; null where the text is one word.</param>
/// <param name="Last">The last name.</param>
public sealed record PersonName(string? First, string Last)
{
    /// <summary>Reads "Greet Van den Berg" and "Van den Berg, Greet" alike.</summary>
    public static PersonName Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split(',', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var last, var first] => new PersonName(first, last),
            _ => name.Split(
                (char[]?)null,
                2,
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ) switch
            {
                [var first, var last] => new PersonName(first, last),
                _ => new PersonName(null, name.Trim()),
            },
        };
    }
}
