namespace Bookonce.Domain.Matching.Sheets;

/// <summary>Numbers for currencies; 0 stands for "not said".</summary>
sealed class CurrencyCodes
{
    readonly Dictionary<string, byte> codes = new(StringComparer.OrdinalIgnoreCase);

    public CurrencyCodes(IEnumerable<string?> all)
    {
        foreach (var code in all)
            if (!string.IsNullOrWhiteSpace(code) && codes.Count < byte.MaxValue)
                codes.TryAdd(code, (byte)(codes.Count + 1));
    }

    public byte this[string? code] => code is null ? (byte)0 : codes.GetValueOrDefault(code);
}
