namespace Bookonce.ExactOnline;

/// <summary>The turn to refresh a chain that other processes use too.</summary>
/// <param name="Take">Takes it until an instant (UTC), when it ends by itself in case its holder dies; false while somebody else has it.</param>
/// <param name="End">Gives it back; true when Exact said that the chain is over, which must be kept until the next consent.</param>
public sealed record TokenTurn(Func<DateTimeOffset, CancellationToken, Task<bool>> Take, Func<bool, Task> End);
