namespace Bookonce.Domain.Matching;

/// <summary>Belgian structured references (<c>+++102/4455/66718+++</c>) and other payment references, compared by their digits.</summary>
public static class PaymentReference
{
    /// <summary>A reference shorter than this is somebody's counter, not a payment reference.</summary>
    const int Shortest = 10;

    /// <summary>The digits of a reference; null when the text is not one.</summary>
    public static string? Normal(string? text)
    {
        if (text is null || text.Any(char.IsLetter))
            return null;

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length >= Shortest ? digits : null;
    }
}
