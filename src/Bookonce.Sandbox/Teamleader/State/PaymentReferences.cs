using System.Globalization;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>Structured references of Belgian banks: ten digits and their remainder by 97, zero written as 97.</summary>
internal static class PaymentReferences
{
    /// <param name="body">At most ten digits.</param>
    public static string Of(long body)
    {
        var remainder = body % 97;
        var digits = string.Create(CultureInfo.InvariantCulture, $"{body:D10}{(remainder == 0 ? 97 : remainder):D2}");
        return $"+++{digits[..3]}/{digits[3..7]}/{digits[7..]}+++";
    }
}
