using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Relations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A relation intent; see <see cref="RelationIntent"/>.</summary>
internal sealed class RelationIntentRow
{
    public required Guid Id { get; init; }
    public required Guid AdministrationId { get; init; }
    public required CustomerKind CustomerKind { get; init; }
    public required Guid CustomerId { get; init; }
    public required string Name { get; init; }
    public required string Mark { get; init; }
    public required byte[] Body { get; init; }
    public required IntentState State { get; init; }
    public required int Unanswered { get; init; }
    public required DateTimeOffset LastTry { get; init; }
    public required string? Refusal { get; init; }

    public static RelationIntentRow Of(Guid administration, RelationIntent intent) =>
        new()
        {
            Id = intent.Id,
            AdministrationId = administration,
            CustomerKind = intent.Customer.Kind,
            CustomerId = intent.Customer.Id,
            Name = intent.Name,
            Mark = intent.Mark,
            Body = intent.Body.ToArray(),
            State = intent.State,
            Unanswered = intent.Unanswered,
            LastTry = intent.LastTry,
            Refusal = null,
        };

    public RelationIntent ToIntent() =>
        new()
        {
            Id = Id,
            Customer = new CustomerKey(CustomerKind, CustomerId),
            Name = Name,
            Mark = Mark,
            Body = Body,
            State = State,
            Unanswered = Unanswered,
            LastTry = LastTry,
        };
}

internal sealed class RelationIntentTable : IEntityTypeConfiguration<RelationIntentRow>
{
    public void Configure(EntityTypeBuilder<RelationIntentRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasOne<AdministrationRow>().WithMany().HasForeignKey(row => row.AdministrationId);
        builder
            .HasIndex(row => new
            {
                row.AdministrationId,
                row.CustomerKind,
                row.CustomerId,
            })
            .IsUnique()
            .HasFilter("state = 'Unknown'");
    }
}
