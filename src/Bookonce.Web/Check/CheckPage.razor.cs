using Bookonce.Domain.Problems;
using Bookonce.Engine.Check;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Bookonce.Web.Check;

/// <summary>Compares two uploaded lists and forgets them.</summary>
public sealed partial class CheckPage
{
    /// <summary>Two lists and what they become are held at once, so people wait for each other.</summary>
    static readonly SemaphoreSlim One = new(1, 1);

    readonly PickedList documents = new(ColumnSet.Documents);
    readonly PickedList entries = new(ColumnSet.Entries);
    bool skipUnreadable;
    bool busy;
    Problem? problem;
    CheckResult? result;

    [Inject]
    IJSRuntime Script { get; set; } = null!;

    [Inject]
    ILogger<CheckPage> Log { get; set; } = null!;

    async Task Compare()
    {
        (busy, problem, result) = (true, null, null);
        await One.WaitAsync();
        try
        {
            result = await Task.Run(() =>
                CheckResult.Of(
                    CheckFiles.Check(
                        documents.Source,
                        entries.Source,
                        [.. documents.Choices, .. entries.Choices],
                        skipUnreadable
                    )
                )
            );
        }
        catch (UnusableFileException file)
        {
            problem = new Problem(file.Code, file.Message, CheckWords.Remedy(file));
            documents.Look();
            entries.Look();
        }
        catch (Exception exception)
        {
            problem = InWords.Of(exception, Log);
        }
        finally
        {
            One.Release();
            busy = false;
        }
    }

    async Task Save(string name, string kind, byte[] content)
    {
        using var stream = new DotNetStreamReference(new MemoryStream(content));
        await Script.InvokeVoidAsync("bookonce.save", name, kind, stream);
    }
}
