using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

public sealed class EventTopicTests
{
    [Fact]
    public async Task All_readers_get_the_events_in_one_order_from_the_moment_they_began()
    {
        var topic = new EventTopic<int>(capacity: 10_000);
        await using var early = topic.GetAsyncEnumerator();
        topic.Publish(-1);
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAll(topic)).ToList();
        Assert.Equal(5, topic.ReaderCount);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(p => Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++) topic.Publish((p * 1_000) + i);
        })));
        topic.Complete();
        var read = await Task.WhenAll(readers);
        Assert.Equal(4_000, read[0].Count);
        Assert.All(read, one => Assert.Equal(read[0], one));
        Assert.True(await early.MoveNextAsync());
        Assert.Equal(-1, early.Current);
        Assert.Equal(0, topic.ReaderCount);
        Assert.Empty(await ReadAll(topic));
    }

    private static async Task<List<int>> ReadAll(EventTopic<int> topic)
    {
        var all = new List<int>();
        await foreach (var item in topic) all.Add(item);
        return all;
    }

    [Fact]
    public async Task A_reader_whose_queue_is_full_ends_or_is_told_of_the_gap()
    {
        var strict = new EventTopic<int>(capacity: 3);
        await using var slow = strict.GetAsyncEnumerator();
        for (var i = 0; i < 4; i++) strict.Publish(i);
        Assert.Equal(0, strict.ReaderCount);
        Assert.Equal("SLOW_CONSUMER", (await Assert.ThrowsAsync<GraphQLException>(async () => await slow.MoveNextAsync())).Code);

        var lenient = new EventTopic<int>(capacity: 3, gap: lost => -(int)lost);
        var reader = ReadAll(lenient, 4);
        Assert.Equal([0], await reader(1, () => lenient.Publish(0)));
        Assert.Equal([-2, 3, 4, 5], await reader(4, () => Enumerable.Range(1, 5).ToList().ForEach(lenient.Publish)));
    }

    private static Func<int, Action, Task<List<int>>> ReadAll(EventTopic<int> topic, int most)
    {
        var reader = topic.GetAsyncEnumerator();
        return async (count, publish) =>
        {
            publish();
            var all = new List<int>(most);
            for (var i = 0; i < count; i++)
            {
                Assert.True(await reader.MoveNextAsync());
                all.Add(reader.Current);
            }
            return all;
        };
    }

    [Fact]
    public async Task A_failure_reaches_the_readers_and_a_cancelled_one_leaves()
    {
        var topic = new EventTopic<int>();
        using var stop = new CancellationTokenSource();
        await using (var leaving = topic.GetAsyncEnumerator(stop.Token))
        {
            var waiting = leaving.MoveNextAsync();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
        }
        Assert.Equal(0, topic.ReaderCount);
        await using var reader = topic.GetAsyncEnumerator();
        topic.Publish(1);
        topic.Complete(new InvalidOperationException("gone"));
        Assert.True(await reader.MoveNextAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await reader.MoveNextAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventTopic<int>(0));
    }
}
