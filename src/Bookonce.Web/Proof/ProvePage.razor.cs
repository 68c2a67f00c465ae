using System.Text;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Bookonce.Engine;
using Bookonce.Engine.Proof;
using Bookonce.Engine.Synchronise;
using Bookonce.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace Bookonce.Web.Proof;

/// <summary>Makes the statement of a period, shows it, and gives it away as a file.</summary>
public sealed partial class ProvePage
{
    DateOnly? from;
    DateOnly? to;
    bool readsFirst = true;
    bool busy;
    ProofProgress? progress;
    Problem? problem;
    DatedStatement? made;
    string html = "";
    ElementReference frame;

    [CascadingParameter]
    Connection? Connection { get; set; }

    [Inject]
    Proving Proving { get; set; } = null!;

    [Inject]
    Synchroniser Synchroniser { get; set; } = null!;

    [Inject]
    IJSRuntime Script { get; set; } = null!;

    [Inject]
    TimeProvider Clock { get; set; } = null!;

    [Inject]
    ILogger<ProvePage> Log { get; set; } = null!;

    DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    (DateOnly? From, DateOnly? To) LastMonth
    {
        get
        {
            var first = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
            return (first, first.AddMonths(1).AddDays(-1));
        }
    }

    (DateOnly? From, DateOnly? To) LastQuarter
    {
        get
        {
            var first = new DateOnly(Today.Year, ((Today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-3);
            return (first, first.AddMonths(3).AddDays(-1));
        }
    }

    string Words =>
        progress switch
        {
            { ResumesAt: { } at } => $"Waits for the allowance, resumes at {Show.Time(at, Clock)}.",
            { Total: > 0 } now => $"Reading totals and VAT of the entries: {now.Done} of {now.Total} …",
            _ => "Reading both services …",
        };

    void Choose((DateOnly? From, DateOnly? To) period) => (from, to) = period;

    async Task Prove()
    {
        (busy, problem, made, progress) = (true, null, null, null);
        try
        {
            if (readsFirst && (await Synchroniser.Run(Connection!, isPreview: true)).Run.Failure is { } failure)
                throw new CannotBeDoneException(failure);
            var statement = await Task.Run(() => Proving.Prove(Connection!, from, to, Tell));
            html = Encoding.UTF8.GetString(File(statement));
            made = statement;
        }
        // What a person did must never end as a stack trace.
        catch (Exception exception)
        {
            problem = InWords.Of(exception, Log);
        }
        finally
        {
            busy = false;
        }
    }

    void Tell(ProofProgress now) =>
        _ = InvokeAsync(() =>
        {
            progress = now;
            StateHasChanged();
        });

    async Task Save()
    {
        using var stream = new DotNetStreamReference(new MemoryStream(File(made!)));
        var name = $"proof-{made!.Statement.From:yyyy-MM-dd}-{made.Statement.To:yyyy-MM-dd}.html";
        await Script.InvokeVoidAsync("bookonce.save", name, "text/html", stream);
    }

    async Task Print() => await Script.InvokeVoidAsync("bookonce.print", frame);

    static byte[] File(DatedStatement statement)
    {
        using var page = new MemoryStream();
        ProofPage.Write(page, statement);
        return page.ToArray();
    }
}
