using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>All documents of one kind, found by id and kept in order of date and of number, so that a page costs no sorting.</summary>
internal sealed class DocumentShelf<T>(string numberSeparator)
    where T : Document
{
    readonly Dictionary<Guid, T> _byId = [];
    readonly SortedSet<T> _byDate = new(Comparer<T>.Create(CompareDates));
    readonly SortedSet<T> _byNumber = new(Comparer<T>.Create(CompareNumbers));

    public NumberSeries Numbers { get; } = new(numberSeparator);

    public int Count => _byId.Count;

    /// <summary>Oldest first; without a date last.</summary>
    public SortedSet<T> ByDate => _byDate;

    /// <summary>Lowest number first; without a number last.</summary>
    public SortedSet<T> ByNumber => _byNumber;

    public T? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Stores the document in place of the one with the same id, if there is one.</summary>
    public T Put(T document)
    {
        Remove(document.Id);
        _byId[document.Id] = document;
        _byDate.Add(document);
        _byNumber.Add(document);
        Numbers.Enter(document);
        return document;
    }

    public void Remove(Guid id)
    {
        if (!_byId.Remove(id, out var old))
            return;
        _byDate.Remove(old);
        _byNumber.Remove(old);
        Numbers.Leave(old);
    }

    /// <summary>Whether no document of the same department and fiscal year comes after it.</summary>
    public bool IsLast(T document) =>
        Numbers.IsLast(document) ?? Last(document.DepartmentId, document.Date!.Value.Year)?.Id == document.Id;

    /// <summary>The latest document of a department and fiscal year that has a number.</summary>
    public T? Last(Guid department, int year) =>
        _byDate
            .Reverse()
            .SkipWhile(document => document.Date is null || document.Date.Value.Year > year)
            .TakeWhile(document => document.Date!.Value.Year == year)
            .FirstOrDefault(document => document.Number is not null && document.DepartmentId == department);

    static int CompareDates(T left, T right) =>
        (left.Date ?? DateOnly.MaxValue).CompareTo(right.Date ?? DateOnly.MaxValue) switch
        {
            0 => CompareNumbers(left, right),
            var order => order,
        };

    static int CompareNumbers(T left, T right) =>
        NaturalOrder.Compare(left.Number, right.Number) switch
        {
            0 when left.CreatedAt == right.CreatedAt => left.Id.CompareTo(right.Id),
            0 => left.CreatedAt.CompareTo(right.CreatedAt),
            var order => order,
        };
}
