namespace Bookonce.Sandbox.World;

/// <summary>Makes VAT numbers that pass their country's own check digits.</summary>
internal static class VatNumbers
{
    /// <summary>A VAT number for a business of <paramref name="country"/>, or null where the country has none.</summary>
    public static string? Make(string country, Random random) =>
        country switch
        {
            "BE" => Belgian(random),
            "NL" => Dutch(random),
            "FR" => French(random),
            "DE" => German(random),
            "GB" => British(random),
            _ => null,
        };

    /// <summary>Whether the check digits of <paramref name="number"/> are right; false for a country not known here.</summary>
    public static bool IsValid(string number) =>
        number switch
        {
            ['B', 'E', '0' or '1', .. { Length: 9 }] => 97 - (Value(number[2..10]) % 97) == Value(number[10..]),
            ['N', 'L', .. { Length: 12 }] => number[11] == 'B' && DutchSum(number[2..10]) % 11 == number[10] - '0',
            ['F', 'R', .. { Length: 11 }] => HasLuhn(number[4..]) && FrenchKey(number[4..]) == Value(number[2..4]),
            ['D', 'E', .. { Length: 9 }] => GermanCheck(number[2..10]) == number[10] - '0',
            ['G', 'B', .. { Length: 9 }] => BritishCheck(number[2..9]) == Value(number[9..]),
            _ => false,
        };

    static string Belgian(Random random)
    {
        var body = random.Next(4_000_000, 10_000_000);
        return $"BE0{body:D7}{97 - (body % 97):D2}";
    }

    static string Dutch(Random random)
    {
        while (true)
        {
            var body = $"{random.Next(10_000_000, 90_000_000):D8}";
            var check = DutchSum(body) % 11;
            if (check < 10)
                return $"NL{body}{check}B01";
        }
    }

    static string French(Random random)
    {
        var body = $"{random.Next(30_000_000, 90_000_000):D8}";
        var siren = Enumerable.Range(0, 10).Select(digit => $"{body}{digit}").First(HasLuhn);
        return $"FR{FrenchKey(siren):D2}{siren}";
    }

    static string German(Random random)
    {
        var body = $"{random.Next(10_000_000, 90_000_000):D8}";
        return $"DE{body}{GermanCheck(body)}";
    }

    static string British(Random random)
    {
        var body = $"{random.Next(1_000_000, 9_000_000):D7}";
        return $"GB{body}{BritishCheck(body):D2}";
    }

    static int DutchSum(string body) => body.Select((digit, index) => (digit - '0') * (9 - index)).Sum();

    static long FrenchKey(string siren) => (12 + 3 * (Value(siren) % 97)) % 97;

    static bool HasLuhn(string digits) =>
        digits
            .Reverse()
            .Select((digit, index) => (digit - '0') * (index % 2 + 1))
            .Sum(product => product > 9 ? product - 9 : product) % 10
        == 0;

    static int GermanCheck(string body)
    {
        var product = 10;
        foreach (var digit in body)
        {
            var sum = (digit - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10;
    }

    static int BritishCheck(string body)
    {
        var sum = body.Select((digit, index) => (digit - '0') * (8 - index)).Sum();
        return 97 - sum % 97;
    }

    static long Value(string digits) => long.Parse(digits);
}
