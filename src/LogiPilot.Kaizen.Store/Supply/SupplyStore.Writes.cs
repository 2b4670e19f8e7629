using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Supply;

public sealed partial class SupplyStore
{
    public void Add(Product product) => Table<Product>.Mapped.Insert(session.Writing, product);

    public void Save(Product product) => Table<Product>.Mapped.Update(session.Writing, product);

    public void Add(SupplyPoint point) => Table<SupplyPoint>.Mapped.Insert(session.Writing, point);

    public void Save(SupplyPoint point) => Table<SupplyPoint>.Mapped.Refresh(session.Writing, point);

    public void Add(Movement movement) => Table<Movement>.Mapped.Insert(session.Writing, movement);

    public void Put(Balance balance) => Table<Balance>.Mapped.Upsert(session.Writing, balance);

    public void Add(Delivery delivery) => Table<Delivery>.Mapped.Insert(session.Writing, delivery);

    public void Save(Delivery delivery) => Table<Delivery>.Mapped.Update(session.Writing, delivery);

    public void Add(Supplier supplier) => Table<Supplier>.Mapped.Insert(session.Writing, supplier);

    public void Save(Supplier supplier) => Table<Supplier>.Mapped.Update(session.Writing, supplier);

    public void Put(Source source) => Table<Source>.Mapped.Upsert(session.Writing, source);

    public void Put(BillLine line) => Table<BillLine>.Mapped.Upsert(session.Writing, line);

    public void Remove(BillLine line) => Table<BillLine>.Mapped.Delete(session.Writing, line);
}
