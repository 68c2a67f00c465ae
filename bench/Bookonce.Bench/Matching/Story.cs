using Bookonce.Domain.Documents;
using Bookonce.Domain.Matching;

namespace Bookonce.Bench.Matching;

/// <summary>Writes a company's invoices and credit notes: subscriptions, repeated orders, and everything else.</summary>
sealed class Story(Cast cast, Random random, int span)
{
    static readonly DateOnly FirstDay = new(2024, 1, 1);
    static readonly decimal[] Rates = [0.21m, 0.21m, 0.21m, 0.21m, 0.21m, 0.21m, 0.21m, 0.06m, 0m, 0m];
    static readonly decimal[] Prices =
    [
        .. new[] { 25, 35, 45, 49, 50, 60, 75, 79, 85, 90, 95, 99, 100, 110, 120, 125, 145, 150, 175, 180, 195, 200 },
        .. new[]
        {
            225,
            240,
            250,
            275,
            290,
            300,
            350,
            375,
            400,
            450,
            490,
            500,
            600,
            650,
            750,
            850,
            950,
            1000,
            1250,
            1500,
        },
    ];

    readonly record struct Plan(int Customer, int Day, decimal Net, decimal Gross, bool IsCredit);

    /// <summary>The documents in order of date, and the customer of each.</summary>
    public (MatchDocument[] Documents, Cast.Customer[] Customers) Write(int count, double repeated)
    {
        var plans = new List<Plan>(count);
        while (plans.Count < count * repeated)
            Repeat(plans);
        while (plans.Count < count)
            plans.Add(Once(Day()));
        plans.Sort((one, other) => one.Day.CompareTo(other.Day));

        var (documents, customers) = (new MatchDocument[count], new Cast.Customer[count]);
        var counters = new Dictionary<(int, bool), int>();
        for (var i = 0; i < count; i++)
        {
            var (plan, date) = (plans[i], FirstDay.AddDays(plans[i].Day));
            var customer = customers[i] = cast.Customers[plan.Customer];
            var number = counters[(date.Year, plan.IsCredit)] =
                counters.GetValueOrDefault((date.Year, plan.IsCredit)) + 1;
            documents[i] = new MatchDocument
            {
                Id = $"d{i}",
                Kind = plan.IsCredit ? DocumentKind.CreditNote : DocumentKind.Invoice,
                Number = $"{date.Year} / {number}",
                Date = date,
                CustomerKey = customer.Key,
                CustomerName = customer.Name,
                CustomerVat = customer.Vat,
                Currency = "EUR",
                Net = plan.Net,
                Gross = plan.Gross,
                PaymentReference = random.Chance(0.6) ? Structured() : null,
            };
        }
        return (documents, customers);
    }

    /// <summary>A day of the story, not too near its end.</summary>
    public int Day() => random.Next(span);

    /// <summary>Some customers buy much more often than others.</summary>
    public int Customer() => (int)(cast.Customers.Length * Math.Pow(random.NextDouble(), 1.8));

    public (decimal Net, decimal Gross) Total()
    {
        var net = random.Chance(0.35)
            ? random.Pick(Prices) * (random.Chance(0.3) ? random.Next(2, 6) : 1)
            : decimal.Round((decimal)Math.Exp(5.6 + 1.1 * Gauss()), 2) + 5;
        return (net, decimal.Round(net * (1 + random.Pick(Rates)), 2, MidpointRounding.AwayFromZero));
    }

    public static DateOnly Date(int day) => FirstDay.AddDays(day);

    Plan Once(int day)
    {
        var (net, gross) = Total();
        return new Plan(Customer(), day, net, gross, random.Chance(0.07));
    }

    /// <summary>The same sum to the same customer: every month, every week, or now and then.</summary>
    void Repeat(List<Plan> plans)
    {
        var first = Once(Day());
        var (step, times) = random.Next(10) switch
        {
            < 6 => (30, random.Next(2, 25)),
            < 8 => (7, random.Next(2, 9)),
            8 => (random.Next(1, 35), 2),
            _ => (0, 2),
        };
        for (var time = 0; time < times; time++)
        {
            var day =
                step == 30 ? Date(first.Day).AddMonths(time).DayNumber - FirstDay.DayNumber : first.Day + time * step;
            if (day < span)
                plans.Add(first with { Day = day });
        }
    }

    string Structured()
    {
        var number = random.NextInt64(100_000_000, 9_999_999_999);
        var check = number % 97 == 0 ? 97 : number % 97;
        var digits = $"{number:D10}{check:D2}";
        return $"+++{digits[..3]}/{digits[3..7]}/{digits[7..]}+++";
    }

    double Gauss() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
