namespace Bookonce.Sandbox.World;

/// <summary>The Belgian structured payment reference: ten digits and a remainder modulo 97.</summary>
internal static class PaymentReferences
{
    /// <summary>The printed form <c>+++123/4567/89012+++</c> of ten digits.</summary>
    public static string Make(long tenDigits)
    {
        var remainder = tenDigits % 97;
        var all = $"{tenDigits:D10}{(remainder == 0 ? 97 : remainder):D2}";
        return $"+++{all[..3]}/{all[3..7]}/{all[7..]}+++";
    }

    /// <summary>Whether <paramref name="reference"/> is a structured reference with the right remainder.</summary>
    public static bool IsValid(string reference)
    {
        string digits = string.Concat(reference.Where(char.IsAsciiDigit));
        return digits.Length == 12 && Make(long.Parse(digits[..10])) == reference;
    }
}
