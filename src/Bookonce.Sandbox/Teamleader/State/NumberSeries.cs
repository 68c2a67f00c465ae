using System.Globalization;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>
/// The numbers of one kind of document: a sequence per department and fiscal year, written as the year's name, a separator and
/// the sequence. A fiscal year is the calendar year. Documents whose number has another form stand outside every sequence.
/// </summary>
internal sealed class NumberSeries(string separator)
{
    readonly Dictionary<(Guid Department, int Year), SortedSet<(int Sequence, Guid Id)>> _taken = [];
    readonly Dictionary<(Guid Department, int Year), int> _highest = [];

    /// <summary>The number that the next document of this department and year gets.</summary>
    /// <param name="reuseFreed">Whether the number of a deleted last document is given out again.</param>
    public string Next(Guid department, int year, bool reuseFreed)
    {
        var taken = _taken.GetValueOrDefault((department, year))?.Max.Sequence ?? 0;
        var last = reuseFreed ? taken : Math.Max(taken, _highest.GetValueOrDefault((department, year)));
        return string.Create(CultureInfo.InvariantCulture, $"{year}{separator}{last + 1}");
    }

    /// <summary>Whether no document of the same sequence has a higher number; null for one that stands outside every sequence.</summary>
    public bool? IsLast(Document document) =>
        Place(document) is (var key, var sequence) ? _taken[key].Max.Sequence == sequence : null;

    public void Enter(Document document)
    {
        if (Place(document) is not (var key, var sequence))
            return;
        if (!_taken.TryGetValue(key, out var series))
            _taken[key] = series = [];
        series.Add((sequence, document.Id));
        _highest[key] = Math.Max(sequence, _highest.GetValueOrDefault(key));
    }

    public void Leave(Document document)
    {
        if (Place(document) is (var key, var sequence) && _taken.TryGetValue(key, out var series))
            series.Remove((sequence, document.Id));
    }

    ((Guid Department, int Year) Key, int Sequence)? Place(Document document)
    {
        if (
            document.Number is not { } number
            || number.IndexOf(separator, StringComparison.Ordinal) is not (> 0 and var at)
        )
            return null;
        var isNumber = int.TryParse(
            number.AsSpan(0, at),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var year
        );
        return
            isNumber
            && int.TryParse(
                number.AsSpan(at + separator.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var sequence
            )
            ? ((document.DepartmentId, year), sequence)
            : null;
    }
}
