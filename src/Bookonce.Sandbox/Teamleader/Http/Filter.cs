namespace Bookonce.Sandbox.Teamleader.Http;

/// <summary>Narrows rows by the known keys of a call's <c>filter</c>; a key that is absent or null narrows nothing.</summary>
internal sealed class Filter<T>(Call call, IEnumerable<T> rows)
{
    readonly Input _filter = call.Body["filter"].Object();

    public IEnumerable<T> Rows { get; private set; } = rows;

    public Filter<T> Ids(Func<T, Guid> of)
    {
        if (!_filter["ids"].HasValue)
            return this;
        if (call.Switches.LargeIds == LargeIds.Refused && _filter["ids"].Items().Count > 100)
            throw _filter["ids"].Invalid;
        var ids = _filter["ids"].Items().Select(item => item.RequiredId()).ToHashSet();
        return Where(row => ids.Contains(of(row)));
    }

    public Filter<T> Id(string key, Func<T, Guid?> of) =>
        _filter[key].Id() is { } id ? Where(row => of(row) == id) : this;

    public Filter<T> Text(string key, Func<T, string?> of) =>
        _filter[key].Text() is { } text ? Where(row => of(row) == text) : this;

    public Filter<T> Flag(string key, Func<T, bool> of) =>
        _filter[key].Flag() is { } flag ? Where(row => of(row) == flag) : this;

    /// <summary>A single word out of those given.</summary>
    public Filter<T> Word(string key, string[] words, Func<T, string> of) =>
        _filter[key].OneOf(words) is { } word ? Where(row => of(row) == word) : this;

    /// <summary>A list of words, each out of those given.</summary>
    public Filter<T> Words(string key, string[] words, Func<T, string> of)
    {
        if (!_filter[key].HasValue)
            return this;
        var wanted = _filter[key].Items().Select(item => item.Required.OneOf(words)).ToHashSet();
        return Where(row => wanted.Contains(of(row)));
    }

    /// <summary>A text that one of the values contains, whatever the case.</summary>
    public Filter<T> Term(Func<T, IEnumerable<string?>> of) =>
        _filter["term"].Text() is { } term
            ? Where(row => of(row).Any(text => text?.Contains(term, StringComparison.OrdinalIgnoreCase) ?? false))
            : this;

    public Filter<T> Tags(Func<T, IReadOnlyList<string>> of)
    {
        var tags = _filter["tags"].Items().Select(item => item.RequiredText()).ToList();
        return tags is [] ? this : Where(row => tags.All(tag => of(row).Contains(tag)));
    }

    public Filter<T> UpdatedSince(Func<T, DateTimeOffset> of)
    {
        if (_filter["updated_since"].Moment(fraction: false) is not { } since)
            return this;
        return call.Switches.UpdatedSince == UpdatedSinceBound.Inclusive
            ? Where(row => of(row) >= since)
            : Where(row => of(row) > since);
    }

    public Filter<T> Date(string key, Func<T, DateOnly?> of, Func<DateOnly, DateOnly, bool> fits) =>
        _filter[key].Date() is { } bound ? Where(row => of(row) is { } date && fits(date, bound)) : this;

    /// <summary>Another condition, on the filter's own value if the call gives one.</summary>
    public Filter<T> On(string key, Func<Input, Func<T, bool>> condition) =>
        _filter[key].HasValue ? Where(condition(_filter[key])) : this;

    public Filter<T> Where(Func<T, bool> condition)
    {
        Rows = Rows.Where(condition);
        return this;
    }
}
