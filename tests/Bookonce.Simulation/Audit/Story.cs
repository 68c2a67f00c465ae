namespace Bookonce.Simulation.Audit;

/// <summary>What happened in a world, in sentences with their virtual times. Only told when somebody listens.</summary>
sealed class Story(TimeProvider time, bool isTold)
{
    readonly List<string> sentences = [];

    public IReadOnlyList<string> Sentences => sentences;

    public bool IsTold => isTold;

    public void Tell(string sentence)
    {
        if (isTold)
            sentences.Add($"{time.GetUtcNow():MM-dd HH:mm:ss} {sentence}");
    }
}
