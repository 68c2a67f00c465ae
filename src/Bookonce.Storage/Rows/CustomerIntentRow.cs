using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A customer that is being created and of whom nothing is known yet; see <see cref="CustomerIntent"/>.</summary>
internal sealed class CustomerIntentRow
{
    public required Guid AdministrationId { get; init; }
    public required Guid TeamleaderAccessId { get; init; }
    public required Guid Account { get; init; }
    public required CustomerKind Kind { get; init; }
    public required DateTimeOffset LastTry { get; init; }

    public static CustomerIntentRow Of(Guid administration, CustomerIntent intent) =>
        new()
        {
            AdministrationId = administration,
            TeamleaderAccessId = intent.TeamleaderAccess,
            Account = intent.Account,
            Kind = intent.Kind,
            LastTry = intent.LastTry,
        };

    public CustomerIntent ToIntent() => new(TeamleaderAccessId, Account, Kind, LastTry);
}

internal sealed class CustomerIntentTable : IEntityTypeConfiguration<CustomerIntentRow>
{
    public void Configure(EntityTypeBuilder<CustomerIntentRow> builder)
    {
        builder.HasKey(row => new
        {
            row.AdministrationId,
            row.TeamleaderAccessId,
            row.Account,
        });
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder.HasOne<AccessRow>().WithMany().HasForeignKey(row => row.TeamleaderAccessId);
    }
}
