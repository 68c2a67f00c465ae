using Bookonce.Domain.Booking;
using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;

namespace Bookonce.Domain.Tests.Booking;

/// <summary>What a translation must have come to.</summary>
static class Translated
{
    public static EntryDraft Ready(
        SalesDocument document,
        ConnectionSettings? settings = null,
        Masters? masters = null
    ) => Assert.IsType<Translation.Ready>(Translate(document, settings, masters)).Draft;

    /// <summary>The Problem, which must say what is wrong and what to do.</summary>
    public static Problem Stuck(SalesDocument document, ConnectionSettings? settings = null, Masters? masters = null)
    {
        var problem = Assert.IsType<Translation.Stuck>(Translate(document, settings, masters)).Problem;
        Assert.EndsWith(".", problem.What, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Remedy, StringComparison.Ordinal);
        return problem;
    }

    static Translation Translate(SalesDocument document, ConnectionSettings? settings, Masters? masters) =>
        Translator.Translate(document, settings ?? Some.Settings(), masters ?? Some.Masters());
}
