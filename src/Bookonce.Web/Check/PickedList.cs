using Bookonce.Engine.Check;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components.Forms;

namespace Bookonce.Web.Check;

/// <summary>A list that a person picked, in memory, and which header they took for which column.</summary>
/// <param name="set">What the list holds.</param>
public sealed class PickedList(ColumnSet set)
{
    /// <summary>Half a million rows; longer lists are for the command.</summary>
    const int Largest = 32 << 20;

    readonly Dictionary<string, string> chosen = [];
    byte[] content = [];

    /// <summary>The file's name; empty while none is picked.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a file is there.</summary>
    public bool IsChosen => Name.Length > 0;

    /// <summary>What is wrong with the file itself; null when nothing is.</summary>
    public string? Flaw { get; private set; }

    /// <summary>What stands over its columns; null while that is not known.</summary>
    public ListHeaders? Headers { get; private set; }

    /// <summary>Whether a column that is needed was not recognised.</summary>
    public bool LacksAColumn =>
        Headers is { } headers && !set.Required.All(group => group.Any(headers.Recognised.ContainsKey));

    /// <summary>Every column that is understood.</summary>
    public IReadOnlyList<Column> Columns => set.Columns;

    /// <summary>The file, to be read from its beginning.</summary>
    public ListSource Source => new(Name, () => new MemoryStream(content, writable: false));

    /// <summary>What the person chose.</summary>
    public IEnumerable<ColumnChoice> Choices =>
        chosen.Select(choice => new ColumnChoice(set.Name, choice.Key, choice.Value));

    /// <summary>Reads the file into memory.</summary>
    public async Task Take(IBrowserFile file)
    {
        Forget();
        if (file.Size > Largest)
        {
            Flaw =
                $"{file.Name} has {Show.Count((int)(file.Size >> 20))} MB; here {Largest >> 20} MB can be compared. 'bookonce check' takes longer lists.";
            return;
        }
        using var copy = new MemoryStream((int)file.Size);
        await using (var stream = file.OpenReadStream(Largest))
            await stream.CopyToAsync(copy);
        (content, Name) = (copy.ToArray(), file.Name);
        Look();
    }

    /// <summary>No file is picked any more.</summary>
    public void Forget()
    {
        (Name, Headers, Flaw, content) = ("", null, null, []);
        chosen.Clear();
    }

    /// <summary>The header that stands for a column; null for none.</summary>
    public string? HeaderOf(string column) =>
        chosen.TryGetValue(column, out var header) ? header : Headers?.Recognised.GetValueOrDefault(column);

    /// <summary>A person says which header a column is; null leaves it to be recognised.</summary>
    public void Choose(string column, string? header)
    {
        if (header is { Length: > 0 })
            chosen[column] = header;
        else
            chosen.Remove(column);
        Look();
    }

    /// <summary>Looks at the headers again.</summary>
    public void Look()
    {
        if (!IsChosen)
            return;
        try
        {
            (Headers, Flaw) = (Source.Headers(set, [.. Choices]), null);
        }
        catch (UnusableFileException file)
        {
            (Headers, Flaw) = (null, $"{file.Message} {file.Remedy}");
        }
    }
}
