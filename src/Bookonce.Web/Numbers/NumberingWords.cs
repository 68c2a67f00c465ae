using Bookonce.Domain.Numbering;

namespace Bookonce.Web.Numbers;

/// <summary>Who gives the numbers of a series, in words.</summary>
static class NumberingWords
{
    public static string Name(NumberingMode mode) =>
        mode switch
        {
            NumberingMode.Fenced => "Bookonce reserves",
            NumberingMode.ExactNumbers => "Exact numbers",
            _ => "Not proved yet",
        };

    public static string Meaning(NumberingMode mode) =>
        mode switch
        {
            NumberingMode.Fenced =>
                "Exact was seen to refuse a number that is taken. Every try of a document carries the same one, so a lost answer cannot book it twice.",
            NumberingMode.ExactNumbers =>
                "Exact gives the number itself. After a lost answer the document waits until Bookonce has looked.",
            _ =>
                "Bookonce sends numbers, but has not seen yet that Exact refuses one that is taken. Until then a lost answer is waited out.",
        };
}
