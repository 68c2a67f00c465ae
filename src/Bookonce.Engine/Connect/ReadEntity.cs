using Bookonce.Domain.Connections;
using Bookonce.Domain.Documents;
using Bookonce.Engine.Translations;
using Bookonce.Teamleader;
using ProductCategory = Bookonce.Domain.Connections.ProductCategory;
using TaxRate = Bookonce.Domain.Connections.TaxRate;

namespace Bookonce.Engine.Connect;

/// <summary>Reads what is to be mapped of a company entity.</summary>
static class ReadEntity
{
    public static async Task<CompanyEntityMasters> Masters(TeamleaderClient client, Guid entity, CancellationToken stop)
    {
        var department = entity.ToString();
        var rates = await client
            .TaxRates.List(department, stop)
            .Select(rate => new TaxRate(Guid.Parse(rate.Id), rate.Description ?? "", rate.Rate))
            .ToListAsync(stop);
        var categories = await client.ProductCategories.List(department, stop);
        var terms = await client.PaymentTerms.List(stop);
        return new CompanyEntityMasters(
            rates,
            [
                .. categories.Select(category => new ProductCategory(
                    Guid.Parse(category.Id),
                    category.Name ?? "",
                    category.Ledgers.FirstOrDefault(ledger => ledger.Department?.Id == department)?.LedgerAccountNumber
                )),
            ],
            [.. terms.Terms.Select(Term).OfType<Domain.Documents.PaymentTerm>()],
            terms.Terms.Where(term => term.Id == terms.DefaultId).Select(Term).FirstOrDefault()
        );
    }

    static Domain.Documents.PaymentTerm? Term(NamedPaymentTerm term) => FromTeamleader.Term(term.Type, term.Days);
}
