using Bookonce.Domain.Documents;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>Which account a customer is.</summary>
internal sealed class RelationLinkRow
{
    public required Guid AdministrationId { get; init; }
    public required CustomerKind CustomerKind { get; init; }
    public required Guid CustomerId { get; init; }
    public required Guid Account { get; init; }

    public static RelationLinkRow Of(Guid administration, RelationLink link) =>
        new()
        {
            AdministrationId = administration,
            CustomerKind = link.Customer.Kind,
            CustomerId = link.Customer.Id,
            Account = link.Account,
        };

    public RelationLink ToLink() => new(new CustomerKey(CustomerKind, CustomerId), Account);
}

internal sealed class RelationLinkTable : IEntityTypeConfiguration<RelationLinkRow>
{
    public void Configure(EntityTypeBuilder<RelationLinkRow> builder)
    {
        builder.HasKey(row => new
        {
            row.AdministrationId,
            row.CustomerKind,
            row.CustomerId,
        });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
    }
}
